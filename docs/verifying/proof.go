// Checks one entry's proof (C2SP tlog-proof) with Go's own transparency-log packages.
//
//	go run proof.go PROOF VKEY [NOTE]
//
// PROOF is what a log answers for an entry, VKEY a file with the log's verifier key. Without NOTE the
// entry is the one in the proof's `extra` line; it is written to standard output as it was signed.
package main

import (
	"encoding/base64"
	"fmt"
	"os"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

func main() {
	if len(os.Args) < 3 {
		fail("usage: go run proof.go PROOF VKEY [NOTE]")
	}
	head, checkpoint, parted := strings.Cut(string(read(os.Args[1])), "\n\n")
	lines := strings.Split(head, "\n")
	if !parted || lines[0] != "c2sp.org/tlog-proof@v1" {
		fail("not a tlog-proof")
	}
	lines = lines[1:]
	var entry []byte
	if strings.HasPrefix(lines[0], "extra ") {
		entry, lines = base(strings.TrimPrefix(lines[0], "extra ")), lines[1:]
	}
	if len(os.Args) > 3 {
		entry = read(os.Args[3])
	}
	index, err := strconv.ParseInt(strings.TrimPrefix(lines[0], "index "), 10, 64)
	check(err)

	verifier, err := note.NewVerifier(strings.TrimSpace(string(read(os.Args[2]))))
	check(err)
	opened, err := note.Open([]byte(checkpoint), note.VerifierList(verifier))
	check(err)
	said := strings.Split(opened.Text, "\n")
	if len(said) != 4 || said[0] != verifier.Name() {
		fail("the checkpoint isn't one of %s", verifier.Name())
	}
	size, err := strconv.ParseInt(said[1], 10, 64)
	check(err)

	var path tlog.RecordProof
	for _, line := range lines[1:] {
		path = append(path, hash(line))
	}
	check(tlog.CheckRecord(path, size, hash(said[2]), index, tlog.RecordHash(entry)))
	fmt.Fprintf(os.Stderr, "ok: entry %d of %d that %s signed\n", index, size, verifier.Name())
	os.Stdout.Write(entry)
}

func hash(text string) (hash tlog.Hash) {
	if bytes := base(text); copy(hash[:], bytes) != tlog.HashSize || len(bytes) != tlog.HashSize {
		fail("a hash has %d bytes", len(bytes))
	}
	return hash
}

func base(text string) []byte {
	bytes, err := base64.StdEncoding.DecodeString(text)
	check(err)
	return bytes
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
