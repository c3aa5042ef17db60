// Checks a whole log with Go's own transparency-log packages, none of Countersign's code.
//
//	go run log.go LOG VKEY [EARLIER]
//
// LOG is the address of a log (http://host/log) or a folder of the same files, VKEY a file with the
// log's verifier key, EARLIER a checkpoint that was kept from before. Debian's packages golang-go and
// golang-golang-x-mod-dev bring what is imported here; GO111MODULE=off finds them.
package main

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// A tile holds 2^8 hashes, a bundle as many entries (C2SP tlog-tiles).
const tileHeight = 8
const bundleWidth = 1 << tileHeight

// Longer than any answer of a log takes.
const answerWithin = 30 * time.Second

func main() {
	if len(os.Args) < 3 {
		fail("usage: go run log.go LOG VKEY [EARLIER]")
	}
	log := source(os.Args[1])
	verifier := verifierIn(os.Args[2])
	tree := open(log.get("checkpoint"), verifier)
	hashes := tlog.TileHashReader(tree, log)
	checkEntries(log, tree, hashes)
	fmt.Printf("ok: %d entries stand under the root that %s signed\n", tree.N, verifier.Name())
	if len(os.Args) > 3 {
		earlier := open(read(os.Args[3]), verifier)
		checkGrowth(earlier, tree, hashes)
		fmt.Printf("ok: the first %d entries are what they were\n", earlier.N)
	}
}

// Every entry's hash stands in a tile, and every tile under the root: the reader refuses others.
func checkEntries(log source, tree tlog.Tree, hashes tlog.HashReader) {
	for first := int64(0); first < tree.N; first += bundleWidth {
		width := tree.N - first
		if width > bundleWidth {
			width = bundleWidth
		}
		indexes := make([]int64, width)
		for i := range indexes {
			indexes[i] = tlog.StoredHashIndex(0, first+int64(i))
		}
		published, err := hashes.ReadHashes(indexes)
		check(err)
		for i, entry := range log.bundle(first/bundleWidth, int(width)) {
			if tlog.RecordHash(entry) != published[i] {
				fail("entry %d isn't what its tile says", first+int64(i))
			}
		}
	}
}

// A log only grows: the earlier root is proven from the later tree.
func checkGrowth(earlier, tree tlog.Tree, hashes tlog.HashReader) {
	if earlier.N > tree.N {
		fail("the log went back from %d to %d entries", earlier.N, tree.N)
	}
	proof, err := tlog.ProveTree(tree.N, earlier.N, hashes)
	check(err)
	check(tlog.CheckTree(proof, tree.N, tree.Hash, earlier.N, earlier.Hash))
}

// open reads a checkpoint that the log's key signed: origin, size, root.
func open(signed []byte, verifier note.Verifier) tlog.Tree {
	opened, err := note.Open(signed, note.VerifierList(verifier))
	check(err)
	lines := strings.Split(opened.Text, "\n")
	if len(lines) != 4 || lines[0] != verifier.Name() {
		fail("the checkpoint isn't one of %s:\n%s", verifier.Name(), opened.Text)
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	check(err)
	root, err := base64.StdEncoding.DecodeString(lines[2])
	check(err)
	tree := tlog.Tree{N: size}
	if copy(tree.Hash[:], root) != tlog.HashSize || len(root) != tlog.HashSize {
		fail("the root has %d bytes", len(root))
	}
	return tree
}

func verifierIn(path string) note.Verifier {
	verifier, err := note.NewVerifier(strings.TrimSpace(string(read(path))))
	check(err)
	return verifier
}

// A source is where the log's files are: an address or a folder.
type source string

// Height is part of tlog.TileReader.
func (log source) Height() int { return tileHeight }

// SaveTiles is part of tlog.TileReader; nothing is kept.
func (log source) SaveTiles([]tlog.Tile, [][]byte) {}

// ReadTiles is part of tlog.TileReader. Go names the height in a tile's path, tlog-tiles doesn't.
func (log source) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	data := make([][]byte, len(tiles))
	for i, tile := range tiles {
		data[i] = log.get("tile" + strings.TrimPrefix(tile.Path(), fmt.Sprintf("tile/%d", tileHeight)))
	}
	return data, nil
}

// bundle reads entries, each after its length in two bytes.
func (log source) bundle(n int64, width int) [][]byte {
	// A data tile has the same numbers in its path as a bundle.
	path := tlog.Tile{H: tileHeight, L: -1, N: n, W: width}.Path()
	rest := log.get("tile/entries" + strings.TrimPrefix(path, fmt.Sprintf("tile/%d/data", tileHeight)))
	entries := make([][]byte, width)
	for i := range entries {
		if len(rest) < 2 || len(rest)-2 < int(binary.BigEndian.Uint16(rest)) {
			fail("bundle %d ends within entry %d", n, i)
		}
		end := 2 + int(binary.BigEndian.Uint16(rest))
		entries[i], rest = rest[2:end], rest[end:]
	}
	if len(bytes.TrimSpace(rest)) > 0 {
		fail("bundle %d goes on after entry %d", n, width)
	}
	return entries
}

func (log source) get(path string) []byte {
	if !strings.HasPrefix(string(log), "http://") && !strings.HasPrefix(string(log), "https://") {
		return read(filepath.Join(string(log), path))
	}
	client := http.Client{Timeout: answerWithin}
	answer, err := client.Get(strings.TrimSuffix(string(log), "/") + "/" + path)
	check(err)
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		fail("%s: %s", path, answer.Status)
	}
	data, err := io.ReadAll(answer.Body)
	check(err)
	return data
}

func read(path string) []byte {
	data, err := os.ReadFile(path)
	check(err)
	return data
}

func check(err error) {
	if err != nil {
		fail("%v", err)
	}
}

func fail(format string, values ...interface{}) {
	fmt.Fprintf(os.Stderr, "FAILED: "+format+"\n", values...)
	os.Exit(1)
}
