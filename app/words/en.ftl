### The messages of Countersign in English: the language that the others are held to.
### Figures come formatted: { $amount } is a figure with its currency unless a comment says else.
### A placeholder stands once in a message. "entry", never "transaction".

## The frame of every page

# The name of the software: the same in every language.
site-name = Countersign
# The title of a browser's tab.
page-title = { $page } – Countersign
skip-link = Skip to the content
nav-label = Main
nav-home = Overview
nav-findings = Findings
languages-label = Language
trail-label = You are here
notice-label = About this ledger
notice-simulated = Receipts on this ledger are simulated.
notice-simulated-more = They were generated from a fixed seed and are nobody’s word.
notice-kept-by-one = Kept by one party: nobody of another house has countersigned the last checkpoint.
notice-checked = Checked by { $count } of { $of }: { $names }, { $time }.
notice-checked-by-too-few = Its policy asks for more.
notice-mirror = This is a mirror’s copy: another house keeps it, and has checked every entry itself.
notice-mirror-more = What it checked, and what the log left out
notice-departed = After { $count } entries the log departed from what it should do ({ $code }). This copy ends there.
notice-evidence = The evidence
notice-read-only = This ledger takes no new entries at the moment. Reading works.
footer-ledger = Ledger
footer-time = Ledger time
footer-no-time = not set yet
footer-entries = Entries
footer-rule = Every figure here comes from signed entries and nothing else. Who says it stands beside it.
footer-data = This page as data (JSON)

## Figures, days, lists

# A figure and its currency's code; the style sheet keeps them on one line where there is room.
money = { $currency } { $amount }
# Only languages that count in ten thousands use these two: the figure is 4,327.55亿.
amount-in-words = ({ $figure })
amount-in-words-about = (about { $figure })
# A moment in UTC: a day and a time of day.
moment = { $day }, { $time } UTC
# Between the items of a list in one line.
list-comma = ,{" "}
list-semicolon = ;{" "}
# Between two sentences in one line.
sentence-space = {" "}

## Home

home-title = Where the money is
home-kicker = Public money, signed at both ends
home-empty = Nothing has been entered yet.
# { $total } is a figure with its currency, and in Chinese with its size in words behind it.
home-sentence = { $total } went into { $programmes ->
    [one] one programme
   *[other] { $programmes } programmes
}. { $spent } has been spent, { $held } is held by those who may spend it, { $transit } is not confirmed yet, and { $missing } is missing.
home-sentence-none-missing = { $total } went into { $programmes ->
    [one] one programme
   *[other] { $programmes } programmes
}. { $spent } has been spent, { $held } is held by those who may spend it, and { $transit } is not confirmed yet. Nothing is missing.
home-sentence-rest = {" "}The other { $rest } left the programmes or was written off.
home-facts = This ledger
home-moved = Last moved
home-never-moved = never
home-entries = Entries
home-members = Members
home-findings-open = Open findings

## The line: the identity of a programme

line-title = Every unit accounted for
line-caption = What came in and where it is now, in { $currency }
line-what = What
line-amount = Amount
line-share = Share
line-appropriated = Appropriated
line-income = Income: interest and co-payments
line-came-in = Came in
line-accounted-for = Accounted for
line-balances = Both sides are equal, to the last unit.
line-differs = The two sides differ by { $difference }. This must not happen: please report it.
line-contested = Beside this line, payees say that they received { $amount } more than was sent to them. It is contested, and not part of any sum above.
bar-title = Where { $total } is now
# One part of the bar's description for screen readers.
bar-part = { $what }: { $amount }

# The terms of the line, their names within the bar, and what they mean.
term-spent = Spent
term-short-spent = Spent
term-hint-spent = paid for goods, services and charges
term-acknowledged = Received by recipients
term-short-acknowledged = Received
term-hint-acknowledged = on rolls, and acknowledged
term-paid-open = Paid to recipients
term-short-paid-open = Paid
term-hint-paid-open = on rolls, not acknowledged yet
term-disputed = Disputed by recipients
term-short-disputed = Disputed
term-hint-disputed = on rolls, but not received as listed
term-left = Left the programme
term-short-left = Left
term-hint-left = surrendered, or carried over to another year
term-held = Held
term-short-held = Held
term-hint-held = received, and not spent or passed on yet
term-transit = In transit
term-short-transit = In transit
term-hint-transit = sent, the answer is not due yet
term-unconfirmed = Unconfirmed
term-short-unconfirmed = Unconfirmed
term-hint-unconfirmed = sent, the answer is overdue
term-missing = Missing
term-short-missing = Missing
term-hint-missing = sent, and the payee says it didn’t come
term-written-off = Written off
term-short-written-off = Written off
term-hint-written-off = with an auditor’s signature

## Programmes

programmes-title = Programmes
programme-kicker = Programme
programme-closed = Closed
programme-total = { $total } came in
programme-findings = { $count ->
    [one] one open finding
   *[other] { $count } open findings
}
programme-owner = Opened by
programme-period = Period
programme-basis = Figures are
programme-opened = Opening entry
programme-id = Identifier
basis-cash = cash that moved
basis-limit = spending limits, not cash

tally-title = By level, place and month
tally-apart = Each column is a sum of its own, by the word of whoever says it. The columns are never added together.
tally-data = The tallies as data (JSON)
tally-by-tier = By level, in { $currency }
tally-by-region = By place, in { $currency }
tally-by-month = By month, in { $currency }
tally-tier = Level
tally-region = Place
tally-month = Month
tally-no-region = No place given
tally-allocated = Appropriated
tally-sent = Sent to them
tally-received = Received
tally-transit = Not confirmed
tally-missing = Missing
tally-standing = Now there

members-title = Members
members-caption = { $count ->
    [one] One member, amounts in { $currency }
   *[other] { $count } members, amounts in { $currency }
}
members-member = Member
members-tier = Level
members-region = Place
members-sent = Sent to it
members-received = Received
members-held = Holds
members-findings = Open findings

## Search

search-title = Search
search-label = Find a place, an office or a programme
search-hint = A name or its beginning, in any script; or an entry’s reference or identity.
search-submit = Search
search-found = { $count ->
    [0] Nothing was found.
    [one] One match.
   *[other] { $count } matches.
}
search-more = There may be more: add a word.
search-other = Try one word of the name only, its beginning, or another spelling.
search-lists = Or look through a list:
search-members = Places and offices
search-programmes = Programmes found
search-entries = Entries

## Pictures

# Beneath a picture: amounts that are there, but less than a line wide.
picture-left-out = { $count ->
    [one] One amount is too small to be drawn: it stands in the table.
   *[other] { $count } amounts are too small to be drawn: they stand in the table.
}
flow-title = From the top down
flow-picture = Where { $total } went, level by level
# A stream of the picture: which level’s money, and what became of it.
flow-stream = { $level }, { $what }
flow-caption = By level: what came in there and where it is now, in { $currency }
flow-picture-places = Where { $total } went, place by place
flow-caption-places = By place: what arrived there, what of it is where, and what is still on the way to it, in { $currency }
flow-arrived = Arrived
flow-choices = The flow
flow-by-level = By level
flow-by-place = By place
# { $amounts } lists amounts with their names.
flow-left-out = Too small to be drawn: { $amounts }.
# { $others } is “9 others”, { $places } lists them with their amounts.
flow-together = { $others }: { $places }.
months-picture = What was sent in each month, and what became of it
months-about = A column a month. The table beneath has the same figures.
months-scale = From line to line it is { $amount }.
places-picture = Where the money stands, place by place
places-key = Confirmed or spent
# { $largest } lists the three largest places with their amounts.
places-about = The largest: { $largest }.
places-others = { $count } others
places-shortened = “{ $words }” is left out of the names.
compare-title = Side by side
compare-link = Compare places side by side
compare-choices = What is compared
compare-places = Places
compare-share = Share received
# { $of } says what is compared, such as a level.
compare-caption = { $of }: { $count ->
    [one] one row, amounts in { $currency }
   *[other] { $count } rows, amounts in { $currency }
}
compare-as-of = As of entry { $count }: with so many members the rows are read again once a minute.
compare-not-drawn = With so many members the shares aren’t drawn.
compare-left-out = { $count ->
    [one] One more member has not been looked at: there are more than one comparison holds.
   *[other] { $count } more members have not been looked at: there are more than one comparison holds.
}
days-about = A column for each span of days, as high as the steps that took so long. The table beneath has the same figures.
paid-picture = What this entry’s money paid for
paid-about = Above this entry, what its money was drawn from; beneath it, to scale, what it paid for. The list beneath has the same figures.

## Members

member-kicker = Member
member-frozen = Frozen
member-tier = Level
member-function = What it does
member-months-apart = By month these amounts stand in a file:
member-months-earlier = { $count ->
    [one] One earlier month stands in the file.
   *[other] { $count } earlier months stand in the file.
}
member-region = Place
member-parent = Part of
member-house = Controlled by
member-since = Member since
member-name = Name in the ledger
member-money = Its money
member-no-money = No money has reached or left this member.
member-appropriated = Appropriated to it
member-income = Income of its own
member-sent-to = Sent to it, by the payers’ word
member-received = Received, by its own word
member-to-confirm = Still to confirm
member-missing = Missing on the way
member-contested = Contested: received beyond what was sent
member-sent-on = Sent on
member-spent = Spent
member-left = Surrendered or carried over
member-held = Holds now

steps-title = Steps in and out
steps-caption = { $count ->
    [one] One step
   *[other] { $count } steps, latest first
}
steps-day = Day
steps-between = Between
# { $party } is the other side of the step.
steps-from = from { $party }
steps-to = to { $party }
steps-sent = Sent
steps-received = Received
steps-state = State

flows-title = From whom, to whom
flows-payers = Who sent to it
flows-payees = To whom it sent
# { $what } is one of the two above.
flows-caption = { $what }, in { $currency }
flows-party = Member
flows-programme = Programme
flows-sent = Sent
flows-received = Received
flows-steps = Steps
flows-transit = Not confirmed
flows-missing = Missing
flows-contested = Contested
flows-back = Taken back
flows-data = All of them as data (JSON)
flows-more = The first { $shown } of { $total }.

hops-title = Days per hop
hops-about = From the day the payer says it sent to the day of the receiver’s latest receipt. Steps of which nothing was received yet are not counted.
hops-caption = { $programme }: { $days ->
    [one] one day is allowed
   *[other] { $days } days are allowed
}
hops-what = Days
hops-own = This member
hops-peers = All of its level
hops-by-tier = By the receivers’ level
hops-slowest = A level leads to its members by their days, the slowest first.
hops-average = Average days
hops-steps = Steps confirmed
hops-range = { $from } to { $to } days
hops-beyond = more than { $days } days

children-title = Members under it
children-more = The first { $shown } of { $total }. The programme’s page lists all.

keys-title = Who may sign
keys-caption = Keys of this member
keys-about = Each key belongs to one person, named here by an opaque number. A key counts by its place in the ledger: what it signed before it ended stays signed.
keys-person = Person
keys-key = Key
keys-roles = May
keys-valid = Valid
# The number is an entry's place in the ledger.
keys-since = since entry { $since }
keys-until = from entry { $since } until entry { $until }
key-compromised = Reported compromised
role-administer = manage keys
role-audit = audit
role-clock = keep the clock
role-confirm = confirm receipts
role-pay = pay
keys-no-role = no role

## How a step stands

state-in-transit = In transit
state-unconfirmed = Unconfirmed
state-partly = Partly received
state-received = Received
state-short = Received short
state-denied = Not received
state-over = More received than sent
state-taken-back = Taken back
state-settled = Settled

## Entries

# An entry by its kind and its author's reference.
entry-named = { $kind } { $reference }
entry-kicker = Entry { $index }
entry-sentence-received = { $from } sent { $sent } to { $to } on { $occurred }. { $days ->
    [0] The same day
    [one] One day later
   *[other] { $days } days later
} the receiver confirmed { $received }.
entry-sentence-received-undated = { $from } sent { $sent } to { $to } on { $occurred }. The receiver confirmed { $received }.
entry-sentence-sent = { $from } sent { $sent } to { $to } on { $occurred }. The receiver has confirmed nothing.
entry-author = Signed by
entry-programme = Programme
entry-purpose = Purpose
entry-time = Signed at
entry-ledger-time = Ledger time
entry-index = Place in the ledger
entry-findings = Findings about this
step-title = What both sides say
step-sum = What became of it
step-sent = Sent
step-received = Received
step-taken-back = Taken back
step-charged = Charged on the way
step-recovered = Recovered
step-written-off = Written off
step-open = Not accounted for yet
step-missing = Missing
step-contested = The payee says that { $amount } more came than was sent. It is contested, and not part of the sum above.
event-sent = { $party } sent { $amount }.
event-received-part = { $party } confirmed { $amount }. More may come.
event-received-final = { $party } confirmed { $amount } in all.
event-denied = { $party } says that nothing came.
event-corrected = { $party } took back { $amount } of its confirmation.
event-bounced = The bank returned { $amount } to { $party }.
event-reversed = { $party } took back { $amount }.
event-charged = { $party } reports a charge of { $amount }.
event-recovered = { $party } recovered { $amount }.
event-written-off = { $party } wrote off { $amount }.
event-covered = { $party } covered { $amount } of what was contested.
event-open = { $amount } waits for the receiver’s word.
event-open-due = { $amount } waits for the receiver’s word, due on { $due }.
event-missing = { $amount } is missing: it was sent, and the receiver’s last word is that it didn’t come.
event-signed = signed { $time }
# { $person } is an opaque number, { $key } the first digits of a key.
event-signer = person { $person }, key { $key }
event-this = this entry
event-entry = see the entry
signatures-title = Signatures
fields-title = What it says
# An entry that money is drawn from, and how much.
drawn-amount = { $entry }: { $amount }
chain-title = Where it came from, and what it paid for
chain-here = this entry
chain-between = { $amount } from { $from } to { $to }
chain-to = { $amount } to { $to }
chain-by = { $amount } by { $from }
chain-left-out = { $count ->
    [one] One more entry isn’t shown.
   *[other] { $count } more entries aren’t shown.
}
related-title = Entries about this one
note-title = The note as it was signed
note-about = These are the exact bytes under the signatures, and the signatures below them.
note-label = The note’s text
note-identity = Identity (SHA3-256 of the text):
note-proof = Note and proof as one file (.tlog-proof)

## Kinds of entries

kind-genesis = Beginning of the ledger
kind-member-propose = Proposal of a member
kind-member-vote = Vote on a member
kind-member-activate = Admission of a member
kind-member-amend = Change of a member
kind-key-rotate = Change of a key
kind-key-revoke = Revocation of a key
kind-key-compromised = Report of a compromised key
kind-programme-open = Opening of a programme
kind-programme-amend = Change of a programme
kind-programme-close = Closing of a programme
kind-rules-activate = Change of the rules
kind-tick = Tick of the ledger’s clock
kind-appropriation = Appropriation
kind-income = Income
kind-transfer = Transfer
kind-receipt = Receipt
kind-receipt-correct = Correction of a receipt
kind-return = Return
kind-bounce = Return by the bank
kind-reversal = Reversal
kind-charge = Charge
kind-expense = Expense
kind-expense-refund = Refund of an expense
kind-surrender = Surrender
kind-carry-over = Carry-over
kind-recovery = Recovery
kind-write-off = Write-off
kind-freeze = Freeze
kind-unfreeze = Unfreeze
kind-endorse = Endorsement

## Fields of entries

field-ledger = Ledger
field-origin = Name of the ledger
field-programme = Programme
field-into-programme = Into the programme
field-by = By
field-from = From
field-to = To
field-member = Member
field-title = Title
field-function = What it does
field-tier = Level
field-parent = Part of
field-region = Place
field-house = House
field-voting = Votes
field-account = Account
field-drop-account = Account dropped
field-key = Key
field-key-id = Key
field-replaces = Replaces the key
field-recovery = Recovery key
field-log = The log’s key
field-continues = Continues the log
field-person = Person
field-proposal = Proposal
field-vote = Vote
field-version = Version of the rules
field-entry = Entry
field-step = Step
field-source = Drawn from
field-into = Into
field-root = Appropriation
field-covers = Covers
field-paid-through = Paid through
field-direction = Direction
field-amount = Amount
field-withdraw = Withdrawn
field-currency = Currency
field-exponent = Digits behind the decimal mark
field-occurred = Day it happened
field-starts = Begins
field-ends = Ends
field-due = Answer due
field-final = Last word
field-late = Late
field-purpose = Purpose
field-reason = Reason
field-attach = Attachment
field-since = Since entry
field-offset = Local time
field-basis = Basis
field-payees = Whom one may pay
field-budget = Budget
field-hop-days = Days a step may take
field-idle-days = Days money may lie
field-grace-days = Days of grace
field-tolerance = Tolerance for charges, parts in a million
field-threshold = More persons sign from
field-disclosure = Disclosure
field-closed-through = Books closed through
field-ref = Reference
field-time = Signed at
field-signers = Signatures

## Words that fields of entries may hold

value-yes = Yes
value-no = No
value-any = any member
value-tree = only those directly under it
value-supplement = supplement
value-cut = cut
entry-key = Person { $person } may { $roles }
value-threshold = { $amount }: { $count ->
    [one] one person
   *[other] { $count } persons
}

## Findings: neutral words, this case's numbers

findings-title = Findings
findings-about = A finding is a place where two words about the same money don’t agree, or one is missing. It says nothing about why.
findings-none = No open findings.
findings-none-here = No findings match.
findings-all-open = { $count ->
    [one] See the open finding
   *[other] See all { $count } open findings
}
findings-found = { $count ->
    [0] No findings.
    [one] One finding.
   *[other] { $count } findings.
}
findings-at-risk = Money at risk: { $amount }.
finding-receipt-overdue = Receipt overdue
finding-receipt-short = Received short
finding-receipt-over = More received than sent
finding-receipt-denied = Not received
finding-receipt-contested = Receipt contested
finding-idle-balance = Idle balance
finding-late-hop = Slow step
finding-possible-duplicate = Possible duplicate
# Behind a finding's title, for those who hear it: which member it is about.
finding-about = {" "}({ $party })
finding-between = { $payer } to { $payee }
finding-says-receipt-overdue = Sent { $sent }, received { $received } so far, not confirmed { $amount }.
finding-says-receipt-short = Sent { $sent }, received { $received }, difference { $amount }.
finding-says-receipt-over = Sent { $sent }, received { $received } by the payee’s word, { $amount } more.
finding-says-receipt-denied = Sent { $sent }. The payee says that nothing came. Difference { $amount }.
finding-says-receipt-contested = Sent { $sent }, then taken back. The payee says it received { $received }. Contested { $amount }.
finding-says-idle-balance = { $amount } held for { $days ->
    [one] one day
   *[other] { $days } days
}. The programme allows { $allowed ->
    [one] one day
   *[other] { $allowed } days
}.
finding-says-late-hop = { $sent } was on its way for { $days ->
    [one] one day
   *[other] { $days } days
}. The programme allows { $allowed ->
    [one] one day
   *[other] { $allowed } days
}.
finding-says-possible-duplicate = { $amount } twice { $days ->
    [0] on the same day
    [one] within one day
   *[other] within { $days } days
}: same parties, account and programme.
finding-due = Answer due { $due }.
finding-due-since = Answer was due { $due }, { $days ->
    [one] one day ago
   *[other] { $days } days ago
}.
finding-closed = Closed
finding-opened = since { $opened }, as of { $asof }
finding-opened-closed = from { $opened } to { $closed }
severity-note = Note
severity-warning = Warning
severity-serious = Serious
filter-code = What
filter-any-code = Any finding
filter-programme = Programme
filter-any-programme = Any programme
filter-member = Member, by its name in the ledger
filter-state = State
filter-open = Open
filter-closed = Closed
filter-all = Open and closed
filter-submit = Show
filter-clear = Clear

## Pages of a list

paging-label = Pages
paging-previous = Previous
paging-next = Next
paging-here = Page { $page } of { $pages }

## When a page can't be shown

not-found-title = Page not found
not-found-lead = There is nothing at this address.
not-found-check = Check the address. Entries never disappear from a ledger: a link to one keeps working.
problem-title = That didn’t work
problem-lead = The request can’t be answered as it stands.
problem-field = In the address, { $field } must be { $wanted }.
wanted-page = a whole number from 1
wanted-programme = a programme’s name
wanted-member = a member’s name
wanted-tier = a level, from 0 to 255
wanted-code = a finding’s code
wanted-state = open, closed or all
wanted-severity = note, warning or serious
wanted-compared = regions, or a level
wanted-column = the name of a column
wanted-order = turned, or left out
wanted-flow = level or region
problem-unchanged = The ledger is unchanged.
problem-code = Code:
problem-home = Go to the overview
problem-findings = See the findings
busy-title = The ledger is busy
busy-lead = More entries are waiting than can be taken at the moment.
busy-retry = { $seconds ->
    [one] Please try again in a second.
   *[other] Please try again in { $seconds } seconds.
}
too-many-title = Too many tries
too-many-lead = Too many tries came from your network in a short time. Nobody’s account is locked by it; wait a little and go on.
failure-title = Something went wrong
failure-lead = We couldn’t make this page. That is our fault, not yours.
failure-safe = What has been signed is safe: pages are made from the ledger, and never change it.
failure-request = Number of this request:

## Levels and functions of members

# Level 0 is the nation, the others are numbered downward.
tier-nation = Nation
tier-numbered = Level{"\u00A0"}{ $number }
function-auditor = Auditor
function-bank = Bank
function-finance = Finance authority
function-office = Office
function-operator = Operator of the ledger

## Refusals: `refusal-` and the ledger's code for it, in words for whoever was refused

refusal-malformed = The text is not an entry as the format wants it.
refusal-kind-unknown = This ledger doesn’t know this kind of entry.
refusal-version-unknown = This ledger doesn’t know this version of the format.
refusal-note-too-long = The note is too long.
refusal-signature-lines = The signature lines are not as the entry says, or not in their order.
refusal-signature-invalid = A signature doesn’t fit the text.
refusal-already-admitted = This entry was admitted before. Nothing needs to be done.
refusal-genesis-missing = The ledger has not been founded yet.
refusal-genesis-exists = The ledger was founded before.
refusal-ledger-differs = The entry belongs to another ledger.
refusal-ref-reused = The reference was used before, with another text.
refusal-member-unknown = The entry names somebody who is not a member.
refusal-key-unknown = A key that signed is not enrolled for that member.
refusal-key-revoked = A key that signed has been revoked.
refusal-signer-foreign = A member signed that has no part in this entry.
refusal-role-missing = A key signed that may not sign this.
refusal-self-approval = A new key needs the signature of another person or of the recovery key.
refusal-possession-unproven = The new key must sign too.
refusal-function-differs = This member may not do this.
refusal-auditor-is-party = An auditor can’t write off a step that it sent or should have received.
refusal-time-ahead = The time of signing lies too far ahead of the ledger’s clock.
refusal-clock-back = The ledger’s clock doesn’t go back.
refusal-programme-unknown = There is no programme of that name.
refusal-programme-exists = A programme of that name exists.
refusal-programme-foreign = Only the programme’s owner may do this.
refusal-currency-differs = The currency is not the programme’s.
refusal-programme-closed = The programme is closed to this kind of entry.
refusal-year-not-ended = Money is carried over only after the programme’s year has ended.
refusal-member-frozen = The member is frozen: its outflows are stopped.
refusal-occurred-ahead = The day it happened lies after the day of signing.
refusal-due-before-occurred = The answer is due before the money moved.
refusal-period-closed = The books of that day are closed: mark the entry as late, and let two persons sign.
refusal-signers-too-few = Too few persons signed.
refusal-cited-unknown = The entry cites another that isn’t here.
refusal-node-unknown = The money is drawn from something that isn’t here.
refusal-time-before-cited = The entry was signed before one that it cites.
refusal-cited-differs = The parties or the programme are not those of the cited entry.
refusal-node-foreign = The money is held by another member.
refusal-leg-foreign = A return goes back to the member that had sent the money.
refusal-sources-differ = The sources don’t add up to the amount.
refusal-account-unknown = The account is not one of the payee’s.
refusal-payee-outside-tree = In this programme a member pays only those directly under it.
refusal-payee-is-payer = A member can’t send to itself.
refusal-paid-through-cash = A treasury pays on a member’s behalf only where limits move, not cash.
refusal-root-and-direction = A supplement or a cut names its appropriation and its direction; a new appropriation neither.
refusal-nothing-said = The entry says nothing: a receipt of zero must be the last word, a correction must correct something.
refusal-beyond-contested = The amount is more than what is contested.
refusal-beyond-node = The amount is more than its source holds.
refusal-beyond-open = The amount is more than is still open on the step.
refusal-beyond-received = The amount is more than is still there of what was received.
refusal-beyond-missing = The amount is more than what is missing.
refusal-beyond-spent = The amount is more than was spent.
refusal-beyond-appropriated = The amount is more than was appropriated.
refusal-beyond-tolerance = The charge is more than the programme allows.
refusal-already-received = Part of the step was received: only what is open can be taken back.
refusal-payee-not-heard = The payee must be heard first: its signature, its word that nothing came, or the end of its time.
refusal-already-carried = This money was carried over before.
refusal-limit-exceeded = The programme’s turnover would become too large.
refusal-member-exists = A member of that name exists.
refusal-parent-not-above = The parent must stand on a tier above the member.
refusal-proposal-differs = The entry doesn’t say what was proposed.
refusal-proposal-settled = The proposal was carried out before.
refusal-votes-missing = Too few houses are for it.
refusal-vote-void = The house has voted already, or has no vote.
refusal-houses-too-many = No more houses may vote.
refusal-key-id-taken = A key with the same short number stands under that name already.
refusal-key-is-logs = The log’s key can’t be a member’s.
refusal-role-unfilled = Nobody would have a role that is needed.
refusal-account-list = An account to add is there already, one to drop is not, or there are too many.
refusal-no-change = The entry changes nothing.
refusal-rules-unknown = This software doesn’t know that version of the rules.
refusal-terms-contradict = The programme’s dates or thresholds contradict each other.

## Taking it away

terms-these = In the glossary:
take-these = Download:
take-ledger = Download the whole ledger: every entry as it was signed (JSON Lines, for “countersign verify”)
take-steps = Every step of the programme (CSV)
take-package = Fiscal Data Package (ZIP)
# XLSX only: the page's inset says the format and the most rows that it takes.
refusal-too-many-rows = The list has more rows than a file of this format may have. CSV, JSON and Parquet take any number.
feed-step = { $state }. Sent { $sent } on { $day }, received { $received }.

## The API's documentation

api-title = The data interface (API)
api-lead = Everything on these pages can be read by programs, without a key and without registering. This page is made from the interface’s own description.
api-machine = The same for programs: OpenAPI (JSON)
api-answers = Answers
api-schemas = What answers are made of

## Documents beside an entry.
documents-title = Documents
documents-held = { $count ->
    [one] One document lies off the ledger. Its digest is signed here, so whoever has the file can check it.
   *[other] { $count } documents lie off the ledger. Their digests are signed here, so whoever has a file can check it.
}
documents-open = Open it, signed in for the payer or the payee, or as an auditor
document-jpeg = Photo (JPEG)
document-png = Picture (PNG)
document-webp = Picture (WebP)
document-pdf = PDF
document-is = { $kind }, { $size } kB
document-digest = Digest
