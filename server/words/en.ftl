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

## What is wanted of a flag

wanted-month = a month such as 2019-10
wanted-one-of = one of { $words }
wanted-index-or = an entry's index, or { $error }

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

refused = refused: { $title } ({ $code })
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
