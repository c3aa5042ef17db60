# What the commands say, by topic. Errors and help have files of their own.
# A sentence of a failure begins small and has no full stop: its English is asserted by tests.

## The ledger and what is looked for in it

no-ledger-yet = there is no ledger yet
mend-init = `countersign init` founds one.
no-such-programme = there is no programme { $name }
mend-programmes = `countersign programme list`
not-a-member = { $name } is not a member
mend-members = `countersign member list`
no-such-entry = there is no such entry in this ledger
no-entry = there is no entry { $identity } in this ledger
simulated-ledger = Simulated: in this ledger, what receivers confirm and spend is made up.
sqlite-file-name = { $path }: a SQLite ledger's file is called { $name }
mend-sqlite-folder = Name its folder with --data.
name-and-word = { $name } ({ $word })
at-line = line { $line }: { $what }
no-such-member = there is no member { $name }
no-such-file = there is no such file
mend-verify = `countersign verify` says more.
ledger-exists = there is a ledger already
ledger-exists-for-demo = there is a ledger already: the demo fills an empty folder
mend-other-folder = Name another folder with --data.
of-file = { $path }: { $what }

## What is wanted of a flag

wanted-month = a month such as 2019-10
wanted-one-of = one of { $words }
wanted-index-or = an entry's index, or { $error }
wanted-source = IDENTITY/LEG:AMOUNT, the amount in minor units

## Heads of tables

head-code = code
head-at-risk = at risk
head-payer = payer
head-payee = payee
head-since = since
head-entry = entry
head-state = state
head-member = member
head-function = function
head-tier = tier
head-region = region
head-title = title
head-key = key
head-person = person
head-roles = roles
head-programme = programme
head-owner = owner
head-currency = currency
head-year = year
head-term = term
head-value = value

## What stands in tables

key-is-active = active
key-is-revoked = revoked at entry { $index }
key-is-compromised = compromised since entry { $index }
programme-is-open = open
programme-is-closed = closed
days-from-to = { $from } to { $to }
value-none = none
value-true = true
value-false = false
shown-programme = programme
shown-title = title
shown-owner = owner
shown-currency = currency
shown-exponent = exponent
shown-starts = starts
shown-ends = ends
shown-basis = basis
shown-payees = payees
shown-hop-days = hop days
shown-idle-days = idle days
shown-grace-days = grace days
shown-tolerance-ppm = tolerance ppm
shown-thresholds = thresholds
shown-closed-through = closed through
shown-closed = closed
shown-opened = opened

## What goes on while a bar fills

doing-exporting = exporting
doing-loading = loading
doing-rebuilding = rebuilding
doing-sending = sending
doing-signing = signing
doing-signing-and-judging = signing and judging
doing-verifying = verifying
doing-writing = writing

## Totals: the terms of the identities, and what is told hop by hop

tallied-appropriated = appropriated
tallied-income = income
tallied-held = held
tallied-in-transit = in transit
tallied-missing = missing
tallied-spent = spent
tallied-charged = charged
tallied-left = left
tallied-written-off = written off
tallied-sent = sent
tallied-taken-back = taken back
tallied-meant = meant
tallied-received = received
tallied-recovered = recovered

## Findings, and the chain of an entry

findings-told = { $count ->
    [one] { $count } finding
   *[other] { $count } findings
}
finding-is-open = open
finding-is-closed = closed { $day }
trace-from = from
trace-this = this
trace-to = to
trace-left-out = { $count } more are left out
trace-received = received { $received }
trace-received-missing = received { $received }, missing { $open }
trace-received-in-transit = received { $received }, in transit { $open }

## Questions

ask-passphrase = Passphrase of the key file:{" "}
ask-pin = PIN of the token:{" "}
ask-new-passphrase = Passphrase for the new key file:{" "}
ask-passphrase-again = The same passphrase again:{" "}
ask-sign-and-send = Sign and send it?
ask-sign-all = Sign them all?
ask-yes-or-no = [y/N]
# What is typed for yes, in small letters, with spaces between.
ask-yes-is = y yes
no-terminal-to-ask = there is no terminal to ask whether to sign this
mend-no-terminal-to-ask = Read it with --dry-run, then sign with --yes.
nothing-signed = nothing was signed

## Sending entries

refused = refused: { $why }
refused-note = It is note { $number } of the file, { $identity }.
entry-recorded = entry { $index } recorded: { $identity }
entry-stood-there = entry { $index } stood there before: { $identity }
submitted = { $recorded } recorded, { $before } stood there before
no-answer = there was no answer: send it again
answer-unreadable = the server's answer can't be read: { $name }: { $error }
mend-and-again = Mend the cause, then run the same command again: what stands isn't added twice.
mend-address = Check the address, and whether it is served.
line-too-long = line { $line } is longer than { $bytes } bytes: no note has such a line
no-note-begins = line { $line }: no signed note begins here: { $error }
note-too-long = it is too long
entry-unwritten = the entry can't be written: { $error }
too-many-keys = more keys sign than an entry may have signers

## Verifying

verified-nothing = There is nothing to verify: not even a genesis.
verified-store = { $ledger }: { $count ->
    [one] { $count } entry
   *[other] { $count } entries
}, every signature and every rule holds ({ $seconds } s, { $rate } entries a second).
tallies-without-store = { $count ->
    [one] { $count } tally was
   *[other] { $count } tallies were
} added up; there is no store to hold them against.
tallies-as-stored = { $count ->
    [one] { $count } tally was
   *[other] { $count } tallies were
} added up, and the store holds the same.
sums-differ = { $count ->
    [one] { $count } public sum differs; `countersign rebuild` makes it again:
   *[other] { $count } public sums differ; `countersign rebuild` makes them again:
}
verified-log = { $log }: { $count ->
    [one] { $count } entry
   *[other] { $count } entries
}, each in the tree that the log's key signed; every signature and every rule holds ({ $seconds } s, { $rate } entries a second).
verified-root = The root is { $root }.
tallies-added-up = { $count ->
    [one] { $count } tally was
   *[other] { $count } tallies were
} added up.
tally-of-nothing = the store has a tally of `{ $of }`, which names nothing
no-policy-given = No policy is given, so no witness's cosignature was checked.
witnesses-seen = { $seen } of { $of } witnesses of the policy cosigned it, and its quorum is there.
witness-at = { $name } at { $time }
log-key-given = The log's key was given: { $key }
log-key-of-policy = The log's key stands in the policy: { $key }
log-key-on-first-use = The log's key was taken on first use, from { $place }: { $key }
place-first-entry = the log's first entry
log-key-compare = Compare it with one that you have from elsewhere, and give it with --vkey.
log-key-unknown = no key of the log { $log } is known
mend-log-key = Name it with --vkey, or a policy that has it with --policy.
key-expected = { $place }: expected { $error }
checkpoint-remembered = This checkpoint is remembered in { $path }: a log that goes back behind it is refused.
checkpoint-not-remembered = Nothing is remembered: a log that goes back later won't be noticed.
mend-memory = Put it right, or look with --no-remember: what was seen before isn't held against the log then.
entries-missing = there are { $count } entries, the checkpoint has { $size } (entries-missing)
root-differs = the first { $size } entries have the root { $root }, the checkpoint names { $named } (root-differs)
begins-as-checkpoint = The first { $size } entries are those of the checkpoint of { $log }.
receipt-needs-log = a receipt is held against a log
mend-receipt-needs-log = Name the log with --log URL or --tiles DIR.

## One paper: a proof of a place, or evidence

proof-stands = This { $kind } ({ $identity }) stands as entry { $index } in the log { $log }.
proof-checked = Checked:
proof-checked-path = its bytes lead, by { $hashes } hashes, to the root of a tree of { $size } entries;
proof-checked-key = the log's key signed that root: { $key }
proof-no-policy = no policy is given, so no witness's cosignature was checked.
proof-replayed = the log was replayed: the entry's own signatures hold, and the rules admit it there.
proof-not-checked = Not checked: the entry's own signatures, since the keys of its signers stand in earlier entries; give --log URL or --tiles DIR to check them.
proof-proves = What this proves: whoever keeps the log has put the entry there and can't take it back, nor show others a log without it, and still have one history. What it doesn't prove: that what the entry says is true.
proof-without-entry = the proof doesn't carry its entry
mend-proof-without-entry = Name the entry with --note FILE.
proof-leads-but-no-key = the path leads from the entry to the root in the checkpoint, but no key of the log { $log } is known to check who signed that
mend-proof-key = Give it with --vkey, or a policy that has it with --policy.
paper-refused = { $path }: { $error } ({ $code })
body-too-long = longer than { $bytes } bytes (body-too-long)
entry-differs = entry { $index } of the log is another (entry-differs)
entry-outside-log = the entry lies outside the log
evidence-at = Evidence: { $path }
evidence-convinces = It convinces whoever has the log's key: `countersign verify FILE --vkey KEY` checks it.
evidence-both-signed = Both are signed. By itself an old checkpoint only shows that it is not the last.
evidence-of-entry = The log's key signed a tree with this entry; whoever replays the ledger to there finds the same.
evidence-not-saved =
    The evidence could not be saved ({ $why }):
    { $evidence }
entry-proof-not-saved = The entry's proof could not be saved: { $why }
evidence-needs-key = evidence is checked under the log's key
mend-evidence-needs-key = Give it with --vkey.
evidence-shows-nothing = the file shows nothing: { $error } (evidence-invalid)
contradiction-genesis-differs = The log { $log } signed a tree whose { $departure }.
contradiction-wrong-leaf = The log { $log } signed that { $said } stands as entry { $index }, and that { $found } does.
contradiction-clock = The log { $log } answered at { $answered } that an entry stands at { $index }; its entry { $tick }, before that, is of { $time }.
contradiction-two-answers = The log { $log } signed two answers that can't both be true.
contradiction-size-back = The log { $log } accepted an entry at { $index }, and later signed that it has { $size } entries.
contradiction-late = The log { $log } accepted an entry at { $index }; { $by } saw its checkpoint of { $size } entries at { $time }, more than 60 s later.
contradiction-refusal-to-replay = The log { $log } refused { $identity } with { $code } at size { $size }. `countersign verify --log URL --receipt FILE --submission FILE` judges it again.
contradiction-fork = The log { $log } signed two histories: its first { $size } entries have the root { $earlier } in one and { $later } in the other.
contradiction-rule-to-replay = The log { $log } holds as entry { $index } one that the rules refuse with { $code }, it is said. `countersign verify --log URL` judges it again.
contradiction-bad-entry = The log { $log } holds as entry { $index } what is no entry: { $error }.

## Answers of a log, held against it; `answer` is the line that the log signed

answer-told = { $path }, answer { $line }: { $what } ({ $code })
answer-kept = { $answer }: it stands there
answer-wrong-leaf = { $answer }: the log has { $found } there
answer-before-clock = { $answer }: the log's entry { $tick }, a tick, is more than { $seconds } s younger than the answer
answer-refused-rightly = { $answer }: the rules refuse it so
answer-refused-otherwise = { $answer }: the rules refuse it with { $code }
answer-admitted-by-rules = { $answer }: the rules admit it
answer-not-judged = { $answer }: judged where the submission is given with --submission, and the log reaches that size
answer-late = { $answer }: a witness saw the log's { $size } entries more than { $seconds } s after the answer
answer-awaited = { $answer }: the log has { $size } entries so far; it must stand there { $seconds } s after the answer
answers-contradict = { $other } can't be true as well

## Founding, the demonstration, copies

founded = Founded { $ledger }.
founded-keys = Keys are in { $folder }: put recovery.key away, offline, and back them up.
person-clock-taken = the person `clock` is the server's own: take another id for --person
origin-too-long = the origin is too long for its log's key: 63 bytes at most
demo-entries = { $entries } entries of { $members } members in { $seconds } s: { $rate } entries a second.
demo-deposits = { $deposits } deposits of { $amount } PYG are real; what receivers confirm and spend is simulated.
demo-planted = { $count } leaks were planted: { $file }
demo-see = See it: countersign serve --data { $folder }
demo-entry-refused = entry { $index } of the demo: { $error }
not-a-member-of-demo = { $name } is not a member of the demo
backed-up = Backed up { $count } entries; the last one is { $last }.
backed-up-empty = Backed up a ledger without entries.
restored = Restored { $count } entries; the last one is { $last }.
restored-empty = Restored a ledger without entries.
documents-left-out = documents that were changed, and were left out: { $names }
mend-documents-left-out = Put them back from an earlier backup; the digest in the entry says which file is the right one.
rebuilt = { $count } entries replayed into every table ({ $seconds } s, { $rate } entries a second).
entry-is-no-note = entry { $index } is no note: { $error }
log-exported = The log at { $size } entries is in { $folder }.
mend-no-checkpoint = `countersign serve` signs the first checkpoint when it starts.

## Keys, members, people

key-member = member
key-person = person
key-id = key ID
key-vkey = vkey
key-created = created
key-token = token
neither-file-nor-key-id = { $text }: no file of that name, and not a key's ID: { $error }
recovery-neither-file-nor-key = --recovery: no file of that name, and not a key: { $error }
key-not-of-log = a key of { $member }, not of the log { $log }
mend-log-key-file = Name the log's key file with --checkpoint-key.
no-token-library = the key is on a token, and no library is named that speaks to it
mend-no-token-library = Name it with --pkcs11-module, as in /usr/lib/softhsm/libsofthsm2.so.
no-key-file = no key file signs
mend-no-key-file = Name one with --key FILE; `countersign key new` makes one.
mend-key-new = `countersign key new` makes a key.
not-a-proposal = { $identity } is not a proposal
key-of-other-member = a key file is { $member }'s, the proposal is about { $proposed }
device-line = { $id }  key { $key }  { $account }, { $member }, until { $end }
no-key-waits = no key waits under { $id }
mend-devices = `countersign device list`
no-invitation-waits = no invitation waits under { $id }
mend-invitation = the member's own page of people says its ID

## Serving, mirroring, witnessing

ledger-served = { $ledger } is served on http://{ $address }
log-key-made = made the log's key: { $path }
log-key-of-genesis-missing = the log's key, which the genesis names, is missing
log-key-missing = the key that signed { $checkpoint } is missing
mend-log-key-missing = Put the key file back, or name it with --checkpoint-key.
mirror-served = the mirror of { $log } is served on http://{ $address }
mirror-caught-up = { $size } entries are here, and every one is right
log-departed = the log departed ({ $code }): { $what }
mend-log-departed = The evidence is { $evidence } in the data folder's mirror/evidence. `{ $check }` checks it. Nothing more is taken from the log until mirror/evidence/departed.json is moved away.
mend-stuck = Nothing shows whose fault it is, and nothing was taken from it: try again, or from elsewhere.
mend-newer-mirror = Install the newer release and start the mirror again.
mend-vkey = Name the log's key with --vkey.
witness-answers = { $name } answers on http://{ $address }{ $prefix }/add-checkpoint
prefix-unlike = { $prefix }: a prefix begins with `/` and has letters, digits, `-`, `.` and `_`
mend-witness-memory = Put the file back from a copy of this witness' folder. Where there is none, begin in an empty folder under a new key: a witness that forgets must not go on under its old one.
oidc-without-issuer = a client of OpenID Connect is named, and no issuer
mend-oidc-without-issuer = Name it with --oidc-issuer.
mend-oidc-issuer = Write it with --oidc-issuer as the provider does.
mend-oidc-home = Name it with --base-url, as in https://ledger.example.
mend-oidc-client = Name it with --oidc-client.
mend-oidc-name = Name it with --oidc-name.
mail-without-from = mail is to be sent, and nobody says from which address
mend-mail-without-from = Name it with --telling-from.

## Importing rows, signing texts apart

rows-told = { $rows } rows, { $good } can be taken: { $total } minor units of { $currency } for { $programme }
rows-of-month = { $rows } rows
# Before a line about a row; at most six columns of a terminal with the space after it.
mark-bad = bad
mark-look = look
and-more-rows = and { $count } more rows
row-repeats = line { $line } repeats line { $first }
rows-imported-before = { $count } of the rows were imported before, out of { $file }
rows-cannot-be-taken = { $count } rows can't be taken: nothing was sent
mend-rows = Mend them in the file, then import it again.
rows-would-be-refused = { $count } rows would be refused: nothing was sent
rows-can-be-written = { $count } entries can be written; nothing was signed or sent
rows-are-signed = { $count } entries are signed; the first one is:
imported = { $recorded } entries recorded, { $before } stood there before
refused-row = It is the row with the reference { $reference }. { $before } rows before it stand: mend the cause and import again, or remove { $path } to sign anew.
mapping-currency-differs = the mapping's currency is { $mapping }, the programme's { $programme }
file-without-rows = the file has no rows
row-receiver = receiver `{ $receiver }`: { $error }
row-amount-out-of-bounds = the amount is out of bounds
row-date-out-of-bounds = the date is out of bounds
account-without-commitment = the account `{ $account }` has no commitment: list it in the file of --accounts
not-a-step = that is an entry of kind { $kind }: name a transfer or a return
mend-too-scattered = Send it in parts, or name larger nodes with --source.
texts-wait = { $count } texts wait for their signatures in { $path }
texts-told = { $count } texts:
texts-of-kind = { $count } of kind { $kind }
texts-digest = Digest of all texts: { $digest }
texts-of-kind-in-all = { $count } of kind { $kind }, { $sum } minor units of { $currency } in all
texts-first = The first one is:
texts-signed = { $count } signed; { $ready } have all their signatures and can be submitted
no-text-waits = no text waits in it
sum-too-large = the amounts add up to more than can be counted
neither-text-nor-json = neither a text nor JSON: { $error }
neither-text-nor-note = it has neither `text` nor `note`, or both
no-entry-text = { $error }
not-a-signature-line = `{ $line }` is not a signature line
note-has-all-signatures = this note has all its signatures already
text-has-all-signatures = this text has all its signatures already
more-keys-than-signatures = the text with the reference { $reference } asks for { $count } signatures, and there are more keys
signed-with-this-key = { $name } has signed the text with the reference { $reference } with this key already
file-exists = there is a file of that name, and it is never overwritten
mend-file-exists = Name another one with --output.

## How to mend what an error says

mend-store-held = Stop it, or send entries to its address with --server URL.
mend-store-missing = Name the data folder with --data; `countersign init` founds a ledger, `countersign demo` fills one.
mend-store-read-only = Check the folder's owner and mode, and how its disk is mounted.
mend-store-disk-full = Make room, then run the same command again.
mend-token-module = Name the library that came with the token with --pkcs11-module.
mend-token-none = Put the token in, then try again.
mend-token-many = Add ;serial= and the token's serial number to its address.
mend-token-no-key = `countersign key new --token` makes a key on the token.
mend-token-exists = `countersign key adopt` writes the key file of a key that is on a token already.
mend-wrong = identity { $identity }, kind { $kind }. The { $entries } entries before it are right.
mend-wrong-unread = kind unknown. The { $entries } entries before it are right.
mend-newer-rules = Install the newer release and verify again.
with-code = { $what } ({ $code })
