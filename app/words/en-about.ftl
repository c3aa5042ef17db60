### What is said about the ledger itself: who keeps it, its words, one finding, and pages that fail.
### The same rules as in en.ftl.

footer-about = About this ledger

## Who keeps these books

books-title = Who keeps these books
books-lead = Nobody alone. Members sign what they sent and what they received, houses decide who is a member, and an operator keeps the order.
books-operator = The operator
books-operator-is = { $operator } runs this server. Version { $rules } of the rules is in force.
books-operator-does = What it does
books-operator-orders = It takes what members have signed, and gives each entry its place.
books-operator-clock = It signs the ticks of the ledger’s clock, by which an answer is due or overdue.
books-operator-refuses = It refuses what breaks a rule, and says which one.
books-operator-shows = It makes these pages from the entries.
books-operator-cannot = What it can’t do
books-operator-not-sign = Sign with a person’s key: those stay with the people. A member may let this server hold one key of its own; what that key signs is marked “confirmed through the server” on every page.
books-operator-not-change = Change or remove an entry: every signature and every later entry would show it.
books-operator-not-receipt = Refuse a receipt for its amount: what a payee says it received is always taken.
books-operator-not-member = Decide alone who becomes a member: houses vote.
books-operator-could = What nobody would see yet
books-operator-withhold = It could leave out an entry, or show two readers two ledgers. Copies kept by members and signatures of witnesses are there to show that. Until witnesses of other houses sign, every page says so at its top.
books-houses = Houses and their votes
books-houses-about = A house is whoever controls members. Each house has one say, however many members it controls. { $count ->
    [0] No house votes yet.
    [one] One house votes.
   *[other] { $count } houses vote.
}
books-houses-caption = Houses that vote
books-house = House
books-house-members = Voting members it controls
books-house-own = Itself
books-members-about = Each member signs with keys of its own people. A person is an opaque number here: the ledger doesn’t know names. A key counts from the entry that enrolled it to the entry that revoked it.
books-members-caption = { $count ->
    [one] One member, with its keys
   *[other] { $count } members, the top level first, with their keys
}
books-keys = Keys
# Person 3, key 1a2b3c4d: pay, confirm receipts; since entry 12
books-key = Person { $person }, key { $key }: { $roles }; { $valid }
books-key-recovery = Recovery key { $key }; { $valid }
books-keys-more = { $count ->
    [one] One more on its own page
   *[other] { $count } more on its own page
}
books-proposals = Proposals and votes
books-proposals-about = Who becomes a member, or changes its place, is proposed, voted on by houses, and carried out in three entries.
books-proposals-none = Nothing has been proposed yet.
books-proposals-caption = The latest proposals
books-proposal = Proposed
books-proposal-yes = For
books-proposal-no = Against
books-proposal-settled = Carried out by entry { $index }
books-proposal-waits = Not carried out
books-nobody = Nobody

## One finding

finding-kicker = Finding
finding-at-risk = Money at risk
finding-opened-at = Opened
finding-closed-at = Closed
finding-as-of = As of ledger time
# A moment, and the entry that did it.
finding-at-by = { $time }, by { $entry }
finding-formula = The formula, with this case’s numbers
finding-formula-receipt-overdue = The answer’s day has passed, and of what was sent some is neither received nor accounted for otherwise.
finding-formula-receipt-short = The payee’s last word is that something came, but less than was sent.
finding-formula-receipt-over = The payee says that more came than was sent.
finding-formula-receipt-denied = The payee’s last word is that nothing came.
finding-formula-receipt-contested = The payer says that it took money back. The payee says that it received it.
finding-formula-idle-balance = Money lay unmoved for more days than the programme allows.
finding-formula-late-hop = Money took more days from sender to receiver than the programme allows.
finding-formula-possible-duplicate = Two payments within 14 days name the same payer, payee, account, programme and amount.
finding-less-received = less received
finding-less-back = less taken back
finding-less-charged = less charged on the way
finding-less-recovered = less recovered
finding-less-written-off = less written off
finding-difference = Difference
finding-received-said = Received, by the payee’s word
finding-less-sent = less sent
finding-plus-back = plus taken back, by the payer’s word
finding-beyond = Received beyond what was sent
finding-day-due = Answer due
finding-day-as-of = As of
finding-day-moved = Last moved
finding-day-sent = Sent, by the payer’s word
finding-day-received = Received, by the payee’s word
finding-day-paid = Paid
finding-day-paid-again = Paid again
finding-day-count = Days between
finding-day-allowed = Days allowed
finding-proof = The entries that prove it
finding-proof-about = Each is signed by the party that says it. The first ones and the latest are kept.
finding-proof-tick = The ledger’s clock moved past the day.
finding-others = Other findings about the same entry
finding-meaning = What this finding means
finding-neutral = A finding says that two words differ, or that one is missing. It doesn’t say why, and blames nobody.
finding-closes-receipt-overdue = It closes when the payee gives its last word, or nothing is open any more.
finding-closes-receipt-short = It closes when nothing is missing any more. The payer’s word alone doesn’t close it.
finding-closes-receipt-over = It closes when the payee withdraws the surplus, or the payer covers it.
finding-closes-receipt-denied = It closes when nothing is missing any more. The payer’s word alone doesn’t close it.
finding-closes-receipt-contested = It closes when nothing is contested any more.
finding-closes-idle-balance = It closes when the money moves.
finding-closes-late-hop = It stays: how long it took doesn’t change.
finding-closes-possible-duplicate = It closes when the later payment is taken back.
filter-severity = Weight
filter-any-severity = Any weight
filter-any-place = Any place

## Glossary

glossary-title = Glossary
glossary-lead = The words of these pages. Each can be linked to.
glossary-part-who = Who
glossary-part-what = What
glossary-part-moves = Entries that move money
glossary-part-where = Where money is
glossary-member = Member
glossary-is-member = An organisation in the ledger. It has a name, a level, somebody above it, keys, and a house.
glossary-office = Office
glossary-is-office = A member that receives money, confirms what came, and spends it or passes it on.
glossary-person = Person
glossary-is-person = Whoever holds a key of a member. The ledger knows a person by an opaque number only.
glossary-house = House
glossary-is-house = Whoever controls a member. Votes count houses, so that one party with ten members has one say.
glossary-level = Level
glossary-is-level = How far a member stands below the nation: ministry, department or province, municipality or township.
glossary-payer = Payer
glossary-is-payer = The side of a step that sent.
glossary-payee = Payee
glossary-is-payee = The side of a step that should have received.
glossary-operator = Operator
glossary-is-operator = Whoever runs the server. It orders entries and moves the clock, and can’t change what others signed.
glossary-auditor = Auditor
glossary-is-auditor = A member that checks the ledger again and signs write-offs and freezes.
glossary-witness = Witness
glossary-is-witness = Somebody of another house who countersigns the state of the ledger, so that all readers see the same one.
glossary-mirror = Mirror
glossary-is-mirror = A full copy of the ledger that checks every signature and every rule by itself.
glossary-recipient = Recipient
glossary-is-recipient = The person or household for whom money is meant in the end.
glossary-ledger = Ledger
glossary-is-ledger = The ordered list of all entries since its beginning.
glossary-entry = Entry
glossary-is-entry = One signed statement: a text that a person can read, and the signatures below it. Nothing is ever removed.
glossary-note = Note
glossary-is-note = The form of an entry: text, empty line, signatures.
glossary-signature = Signature
glossary-is-signature = Shows that whoever holds a key agreed to exactly this text. It doesn’t show that the text is true.
glossary-server = Confirmed through the server
glossary-is-server = A signature of a member’s key that the server holds, given after a second factor. It rests on the operator’s word that one of the member’s people asked for it; a key of one’s own doesn’t.
glossary-identity = Identity of an entry
glossary-is-identity = A number of 64 digits computed from the text. Another text has another number.
glossary-index = Place in the ledger
glossary-is-index = How many entries came before. What holds at an entry is judged by its place, never by a clock on the wall.
glossary-reference = Reference
glossary-is-reference = The author’s own number for an entry. It is used once, so that a payment signed anew isn’t paid twice.
glossary-ledger-time = Ledger time
glossary-is-ledger-time = The time of the last tick of the ledger’s clock. What is overdue is overdue as of then.
glossary-programme = Programme
glossary-is-programme = A purpose with a currency, a year and rules of its own. Its money adds up by itself.
glossary-finding = Finding
glossary-is-finding = A published mismatch, with its formula and the entries that prove it. It is answered and closed, never deleted.
glossary-tally = Tally
glossary-is-tally = A public total that follows from the entries alone.
glossary-refusal = Refusal
glossary-is-refusal = Why an entry wasn’t taken. The ledger stays as it was.
glossary-appropriation = Appropriation
glossary-is-appropriation = Authority to spend, for a purpose and a period. Supplements and cuts change it.
glossary-income = Income
glossary-is-income = What else comes in: interest, a co-payment.
glossary-transfer = Transfer
glossary-is-transfer = The payer’s statement that it sent money to another member.
glossary-receipt = Receipt
glossary-is-receipt = The payee’s statement about one transfer: what came. It is never refused for its amount.
glossary-denial = Denial
glossary-is-denial = A receipt of zero that is the last word: nothing came.
glossary-correction = Correction of a receipt
glossary-is-correction = The payee’s later word that less had come than it had said.
glossary-covering = Covering transfer
glossary-is-covering = Supplies what a payee had received beyond what was sent.
glossary-return = Return
glossary-is-return = Unspent money that is sent back up the way it came.
glossary-bounce = Return by the bank
glossary-is-bounce = Part or all of what was sent, which the bank gave back to the payer.
glossary-reversal = Reversal
glossary-is-reversal = Takes a whole transfer back, with the payee’s agreement or after a time of grace.
glossary-charge = Charge
glossary-is-charge = What a bank kept on the way, as far as the programme allows.
glossary-expense = Expense
glossary-is-expense = Money that was spent on the programme’s purpose.
glossary-surrender = Surrender
glossary-is-surrender = Money that is given up at the end of the year.
glossary-carry-over = Carry-over
glossary-is-carry-over = Money that is taken along into the next year.
glossary-recovery = Recovery
glossary-is-recovery = Missing money that was got back.
glossary-write-off = Write-off
glossary-is-write-off = Missing money that is given up, with an auditor’s signature.
glossary-freeze = Freeze
glossary-is-freeze = A member may not send. It may always receive and give back.
glossary-endorsement = Endorsement
glossary-is-endorsement = A signature that is added later, as an entry of its own.
glossary-source = Source
glossary-is-source = What sent or spent money is drawn from: an appropriation, or something received before.
glossary-step = Step
glossary-is-step = What was sent from one member to another, with all that both sides say about it. Sent = received + taken back + charged + recovered + written off + open.
glossary-hop = Hop
glossary-is-hop = One passing-on from level to level. Sums of what was sent are shown hop by hop, never added over levels.
glossary-chain = Chain
glossary-is-chain = The way of money from its appropriation to what it paid for.
glossary-line = The line
glossary-is-line = What came in = held + in transit + missing + paid to recipients + spent + left + written off. It adds up to the last unit.
glossary-held = Held
glossary-is-held = Received, and not spent or passed on yet.
glossary-in-transit = In transit
glossary-is-in-transit = Sent, and the payee’s last word is awaited.
glossary-unconfirmed = Unconfirmed
glossary-is-unconfirmed = In transit, though the day for the answer has passed.
glossary-missing = Missing
glossary-is-missing = Sent, and the payee’s last word is that it didn’t come.
glossary-contested = Contested
glossary-is-contested = What a payee says it received beyond what was sent, or after it was taken back. It can’t be spent, and is in no sum.
glossary-spent = Spent
glossary-is-spent = Expenses less their refunds, and charges on the way.
glossary-left = Left the programme
glossary-is-left = Surrendered, or carried over to another year.
glossary-is-receipt-overdue = Money was sent, the day for the answer has passed, and the payee hasn’t given its last word.
glossary-is-receipt-short = The payee received something, and its last word is less than was sent.
glossary-is-receipt-over = The payee says that more came than was sent.
glossary-is-receipt-denied = The payee’s last word is that nothing came.
glossary-is-receipt-contested = The payer says it took money back, and the payee says it received it.
glossary-is-idle-balance = Received money has lain unmoved for longer than the programme allows.
glossary-is-late-hop = Money took longer to arrive than the programme allows.
glossary-is-possible-duplicate = The same payment seems to stand twice. It may be two payments that look alike.

## About

about-title = About these figures
about-lead = Every figure here follows from entries that somebody signed. This page says how, and what it can’t show.
about-simulated = What is simulated
about-simulated-what = The amounts and days that were sent are real: the deposits that the Ministry of Finance of Paraguay published for the fund FONACIDE in 2019. The appropriation is their total, because the budget itself isn’t in the data.
about-simulated-receipts = Everything after a deposit is made up by a program from a fixed seed: receipts, expenses, returns, and so every finding. Of the findings, one is in the published data itself: a deposit that stands there twice.
about-simulated-names = Members have names that end in .example. No office has signed anything here, and no finding says anything about a real one.
about-simulated-places = The published data don’t say in which department a municipality lies. By place, the money of municipalities therefore stands under “No place given”.
about-simulated-nothing = Nothing. This ledger doesn’t say of itself that any of its entries were made up.
about-figures = How figures are made
about-figures-entries = The rules turn each entry into changes of totals, always the same way. Whoever has the entries can compute every figure again, and gets the same one.
about-figures-line = What came into a programme and where it is now are two sides of one line. They are equal to the last unit, whatever happens.
about-figures-apart = Columns are words of different parties. They stand side by side and are never added together: what was sent from level to level would be counted several times.
about-columns = What each column means
column-allocated = Authority to spend, by the word of whoever grants it.
column-sent = What others say they sent to this member, level or place.
column-received = What the receivers say came, at most what was sent.
column-transit = Sent, and the receivers haven’t given their last word.
column-missing = Sent, and the receivers’ last word is that it didn’t come.
column-held = Received and still there, by the members’ own entries.
column-spent = Paid for goods, services and charges, by the word of whoever spent.
column-left = Surrendered, or carried over to another year.
column-days = From the day the payer says it sent to the day of the receiver’s latest receipt. Only steps of which something was received count.
about-gaps = What these pages can’t show
about-gap-witness = Whether all readers see the same ledger. No witness of another house countersigns it yet.
about-gap-recipients = Whether money reached a household. Payments to persons aren’t entered yet: the last word here is an office’s.
about-gap-bank = What two sides that agree both say wrongly. No bank’s statement is entered yet.
about-gap-outside = Money that never entered this ledger.
about-gap-why = Why two words differ. A bank’s delay, a slip of the pen and theft look alike in figures.
about-check = How to check
about-check-copy = The whole ledger can be taken away: the program countersign checks every signature and every rule of a copy, without asking this server.
about-check-finding = Under every figure are links to its entries. Each shows the text as it was signed.
about-api = The data for programs (OpenAPI)

## Status

status-title = Status
status-lead-open = This server answers and takes entries.
status-lead-read-only = This server answers. It takes no entries at the moment.
status-takes-entries = Takes entries
status-yes = Yes
status-no = No
status-last-index = Last entry’s place
status-recorded = Last entry recorded by this server
status-queue = Waiting to be recorded
# { $max } is how many may wait.
status-queue-of = { $count } of at most { $max } entries
status-rules = Version of the rules
status-version = Version of the software
status-licence = Licence
status-times = When the server recorded an entry is the server’s own word, and no rule reads it. Ledger time is signed, and decides what is overdue.
status-witnesses = Who countersigns checkpoints
status-witness-last = { $count } entries, { $time }
status-witness-never = Nothing yet
status-witness-own = { $name } (the operator’s own house)
status-witnesses-none = Nobody: the log’s policy names no witness.
status-mirror = How this mirror stands

## A mirror

mirror-title = This mirror
mirror-lead = Another house keeps this copy. It has checked every entry, signature and rule itself, and asks the log for more.
mirror-from = The log is read from
mirror-log = The log’s key
mirror-checked = Last held all of a checkpoint
mirror-not-yet = Not yet
mirror-cosigns = Countersigns checkpoints with
mirror-stamps = Stamps submissions with
mirror-no-key = Nothing: it has no key
mirror-departed = The log departed
mirror-departed-about = The log’s own signatures show it. Whoever has the log’s key can check the evidence without asking anybody.
mirror-departed-at = Seen
mirror-departed-check = How to check it
mirror-trouble = Nothing is taken from the log at the moment
mirror-trouble-silent = Its bytes don’t come ({ $code }). It is asked again.
mirror-trouble-other = What comes is not what the log’s key signed before ({ $code }). That shows nobody’s fault: whoever stands in between can do it. The log is asked again.
mirror-trouble-since = Since
mirror-withheld = What the log left out
mirror-withheld-about = Whatever is sent through this mirror gets its stamp. Here stands what the log accepted under its signature and didn’t publish within a minute.
mirror-withheld-none = Nothing.
mirror-withheld-caption = { $shown } of { $count } submissions, the earliest first
mirror-withheld-identity = Entry
mirror-withheld-accepted = Accepted by the log
mirror-withheld-data = All of them with stamp, receipt and text (JSON)

## Accessibility

accessibility-title = Accessibility
accessibility-lead = These pages are for everybody. They aim at WCAG 2.2, level AA.
accessibility-promise = What you can count on
accessibility-keyboard = Everything works with the keyboard alone, and what has the focus is seen.
accessibility-zoom = Text can be twice as large, and the page four times, without sideways scrolling. Wide tables scroll by themselves.
accessibility-pictures = Every picture has its numbers in a table beneath. Colour only repeats what a word or a pattern says.
accessibility-script = No page needs a script, a cookie or a new telephone.
accessibility-words = English, Chinese and Spanish say the same. Headings, tables and links have names that a screen reader can tell apart.
accessibility-tested = How it is tested
accessibility-tested-machine = With every change, every page is opened in a browser in each language, at 360 and 1,280 pixels, with and without script: a checker for the rules that a machine can check (axe) must find nothing, every control must be reached by keyboard, and nothing may overflow, also from right to left. The contrast of every pair of colours is computed, by day and by night.
accessibility-tested-not = Not tested yet: with people who use screen readers, magnifiers or switches every day.
accessibility-known = What is not good enough yet
accessibility-known-tables = Wide tables need sideways scrolling within themselves on a small screen.
accessibility-known-notes = The text of an entry as it was signed is for machines too: long numbers are read out digit by digit.
accessibility-report = Tell us
accessibility-report-whom = Something keeps you out? Tell whoever runs this server; the operator’s page names it. It answers, and if it can’t be mended it says why.
accessibility-report-what = Say the page’s address, what you wanted to do, and what you use to read it. Never send somebody’s name or account.

## What each signature says

# For each kind that people ask about; { $party } is the signing member.
signature-person = Person { $person } of { $member } signed with key { $key }.
signature-says-sent = { $party } says that it sent { $amount } to { $other } on { $occurred }. This signature doesn’t say that the money arrived: only { $receiver } can.
signature-says-received = { $party } says that { $amount } of it had come by { $occurred }. This signature doesn’t say what was sent, nor what became of the money after.
signature-says-denied = { $party } says that nothing had come by { $occurred }. This signature doesn’t say why.
signature-says-else = { $party } says what stands in this entry. This signature doesn’t say that it is true: it says who answers for it.
signature-count = { $count ->
    [one] One person signed.
   *[other] { $count } persons signed, none of them alone.
}
paper-title = This entry on paper
paper-about = The square leads to this page. Whoever holds the paper can compare it with the ledger.
paper-code = QR code of this page’s address

## Pages that can’t be shown

gone-title = No longer here
gone-lead = There was something at this address, and it has been taken away for good.
gone-check = Entries, findings and members are never taken away. What goes are files of an earlier release of these pages.
read-only-title = Nothing can be entered at the moment
read-only-lead = The ledger is only read for now. All pages work, and nothing is lost.
stopping-title = The server is being restarted
stopping-lead = It finishes what it has taken, and takes nothing new.
