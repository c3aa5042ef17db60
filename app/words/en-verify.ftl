### What is said while a reader's own machine checks an entry.
### { $why } is one of the reasons below, { $kind } the name of a kind of entries; names, keys and hashes stand as they are.

verify-title = Verify this entry
verify-title-files = Verify an entry
verify-link = Verify this entry yourself
verify-lead = Your own machine checks what was signed and whether it is in the public log. Nothing is sent to anybody, and this server’s word isn’t taken for it.
verify-no-script = The check on this page needs JavaScript and WebAssembly, and this page has none at the moment. The command line does the same and more.

## The form

verify-start = Check now
verify-again = Check again
verify-files = Proof files
verify-files-hint = Choose or drop .tlog-proof files. An entry’s signature is checked where the entry that enrolled the key is among them, or can be fetched. Works offline once this page is open.
verify-trust = The log’s key and the policy that you trust
verify-trust-hint = What this server says of itself stands here. It’s worth more if you put in what you noted down earlier or have from somebody else: a log’s key, or a tlog-policy with witnesses and a quorum.
verify-fetching = Fetching the proof …
verify-unreachable = The proof couldn’t be fetched: { $why }. A proof file can be checked all the same.

## The result

# A tag before each line: the check was made and holds, was made and fails, couldn't be made.
verify-holds = holds
verify-fails = fails
verify-open = not checked
verify-all-hold = Every check holds.
verify-some-fail = A check fails. Don’t rely on this entry or this file as it stands.
verify-some-open = What could be checked holds; something couldn’t be checked.
verify-took = Checked on this machine in { $ms } ms.
verify-trust-bad = What you trust can’t be read as a log’s key or a tlog-policy: { $why }
verify-proof-bad = The file is no proof of an entry: { $why }
verify-note-missing = The proof doesn’t carry the entry itself, so there is nothing to compare it with.
verify-form = The text is an entry, and every byte of it is where the format wants it: { $kind } by { $author }.
verify-form-bad = The text is not an entry as the format wants it: { $why }
verify-identity = Its identity, the fingerprint of its text, is { $identity }.
verify-identity-same = Its identity, the fingerprint of its text, is the one in this page’s address.
verify-identity-bad = It is another entry than this page is about: its identity is { $identity }.
verify-signature = Signed by { $name } with the key { $key }. That this key belongs to that name is said by entry { $index } of the log, which was fetched and checked too.
verify-signature-own = Signed by { $name } with the key { $key }, which the entry itself brings into the ledger.
verify-signature-bad = The signature of { $name } with the key { $key } doesn’t fit this text: one of the two was changed.
verify-signature-open = Signed in the name of { $name } with the key { $key }. The entry that enrolled the key isn’t at hand, so the signature wasn’t checked.
verify-included = It is entry { $index } of the { $size } in the log { $log }: counting from 0, the proof leads from it to the checkpoint’s root.
verify-included-bad = The proof doesn’t lead from this entry, at place { $index } of { $size }, to the checkpoint’s root: { $why }
verify-log = The checkpoint is signed with the log’s key that you trust, { $key }.
verify-log-bad = The checkpoint isn’t one that you can trust: { $why }
verify-witness = { $name } saw this checkpoint and cosigned it at { $time }.
verify-quorum = The policy’s quorum of witnesses is reached.
verify-quorum-none = Your policy asks for no witness: that everybody is shown the same log, only its keeper says.
verify-quorum-bad = The policy’s quorum of witnesses isn’t reached: { $why }

## Why a check fails
## Each stands behind a colon, without a full stop.

# { $what } is one of the reasons below.
why-line = line { $line }: { $what }
why-status = the server answered { $status } at { $address }
why-no-answer = no answer came from the server
why-too-long = there is more of it than the format allows
why-not-text = it isn’t plain text in UTF-8
why-no-signatures = no empty line parts the text from its signatures
why-signature-line = signature line { $number } can’t be read
why-signature-order = signature line { $number } is out of order, or stands twice
why-signature-count = the text speaks of signatures: { $said }. Below it stand { $found }
why-not-an-entry = no entry of Countersign begins like this
why-version-unknown = version { $version } of the format is unknown here
why-kind-unknown = the kind of entry “{ $kind }” is unknown here
why-field-expected = the field “{ $field }” is missing
why-field-invalid = the field “{ $field }” isn’t written as the format wants it
why-field-repeats = the field “{ $field }” stands more than { $limit } times, twice with the same value, or out of order
why-trailing = nothing may follow the last field
why-not-canonical = the format has one way to write this, and it is another
why-proof-line = a proof file has something else here
why-checkpoint-text = a checkpoint has three lines: the log’s name, its size and its root
why-other-log = it is of the log { $found }, not of { $wanted }
why-log-unknown = you have named no key of the log { $found }
why-log-missing = the log’s own signature is missing
why-none-known = none of its signatures is of a key that you trust
why-signature-invalid = the signature of { $name } with the key { $key } doesn’t fit the text
why-keys-share-id = two keys of { $name } have the same ID { $key }
why-index-outside = there is no such place in the log
why-path-length = the proof has { $found } hashes, and it takes { $wanted }
why-other-root = it leads to another root
why-cut-off = an entry is cut off
why-other-count = entries found: { $found }; there should be { $wanted }
why-witnesses = { $seen } of { $of } witnesses
why-keyword = it begins with “{ $word }”, and not with log, witness, group or quorum
why-policy-form = it should read “{ $form }”
why-key-unreadable = the key can’t be read
why-key-kind = a log’s key is of type 01, a witness’s of type 04
why-key-twice = this key stands on line { $other } already
why-name-taken = the name “{ $name }” is taken
why-name-unknown = nothing above is named “{ $name }”
why-member-twice = “{ $name }” belongs to a group already
why-threshold = a group takes any, all, or a number from 1 to { $limit }
why-quorum-twice = there is a second quorum
why-quorum-missing = no line says which quorum it takes
why-too-many = there are more logs, witnesses or groups than are read

## What it means

verify-proves = What this proves
verify-proves-text = Whoever holds the keys above signed exactly this text. Not a byte was changed since.
verify-proves-log = The log’s keeper has committed to having it at this place. It can’t be taken out or changed without contradicting a signature that you hold in the file.
verify-proves-not = What it doesn’t prove
verify-proves-not-true = That what was signed is true: two sides who lie alike are found by banks, recipients and checks on the ground.
verify-proves-not-rules = That the entry keeps the ledger’s rules, that its sums add up, or that a key was not revoked before it signed: that takes the whole log and is checked by the command line and by every mirror.
verify-proves-not-server = That this page is honest: it came from the server that it checks. A copy that you keep, the command line, or a mirror of another house doesn’t depend on it.

## With the command line

verify-elsewhere = With the command line, without this page
verify-elsewhere-about = The same check with the program countersign, on a file that you keep; it needs no network.
verify-commands = Commands
verify-elsewhere-key = Note the log’s key down from a second place, such as a newspaper, a colleague or last year’s print-out: a key that only this server names proves little.
verify-elsewhere-whole = With the address of the log or a folder of its tiles in place of the file, every entry, every signature, every rule and every sum is checked.
verify-elsewhere-tools = The formats are C2SP signed notes, tlog-tiles and tlog-proof: other people’s tools read them too.
