### What the desk says to people who sign for a member: a township's officer, often on a telephone, often in a hurry.
### Short and plain. "Confirm" is what the receiver does, "sign" what the server does in the member's name.

## The frame of the desk

desk-sign-in = Sign in
desk-sign-out = Sign out
desk-sign-out-everywhere = Sign out everywhere
desk-signed-in = { $account }, for { $member }
desk-tasks = To confirm
desk-drafts = To send
desk-people = People
desk-members = Members
desk-record = Record
desk-account = Account
desk-password = Password
desk-code = Six-digit code
desk-code-hint = Your authenticator app shows it. It changes every 30 seconds.
desk-sign-in-lead = For people who confirm or send money for a member of this ledger.
desk-sign-in-help = No account, or no telephone with the app any more? Ask whoever manages people in your office for an invitation.
desk-sign-in-passkey = Sign in with a passkey
desk-sign-in-provider = Sign in with { $name }
desk-sign-in-or = Or with account, password and code:

# What an account may do, in a list.
may-administer = manage people
may-audit = look at everything
may-confirm = confirm what came
may-pay = send money

## Joining

join-title = Join { $member }
join-may = You were invited. You will be able to: { $roles }.
join-account-title = 1. Your account
join-account-hint = 3 to 32 letters, digits, dots or hyphens. Colleagues see it, the public doesn’t.
join-password-hint = At least { $count } characters. Several words are easy to keep in mind.
join-factor-title = 2. Your telephone
join-factor-about = An authenticator app on your telephone makes a new code every 30 seconds. Any app for one-time codes will do.
join-qr = Code for the authenticator app
join-open = Open in the app on this telephone
join-type = Or type this key into the app:
join-code-hint = The code that the app shows now.
join-submit = Join
join-gone-title = This invitation can’t be used

## What waits

tasks-title = Waiting for you
tasks-count = { $count ->
    [one] One transfer waits for your word.
   *[other] { $count } transfers wait for your word.
}
tasks-none = Nothing waits. When money is sent to you, it shows up here.
tasks-none-money = No money waits to be confirmed.
tasks-put-off = Put off. Nothing was signed; the transfer goes on waiting here.
tasks-drafts = { $count ->
    [one] One draft waits for your signature
   *[other] { $count } drafts wait for your signature
}
tasks-findings = { $count ->
    [one] One finding names you: see what both sides say
   *[other] { $count } findings name you: see what both sides say
}
tasks-questions = { $count ->
    [one] One question about a transfer waits for your answer
   *[other] { $count } questions about transfers wait for your answer
}
tasks-asked = { $count ->
    [one] Another member asks for your signature on a draft
   *[other] Other members ask for your signature on { $count } drafts
}
tasks-votes = { $count ->
    [one] One proposal waits for your house’s vote
   *[other] { $count } proposals wait for your house’s vote
}
tasks-years = { $count ->
    [one] One programme’s year is over, and your member still holds money of it
   *[other] { $count } programmes’ years are over, and your member still holds money of them
}
tasks-look-only = You may look. Confirming is for colleagues who may confirm.
tasks-no-key = This server holds no key of your member, so nothing can be confirmed here. Whoever runs the server can set one up.
tasks-row = { $amount } from { $from }
tasks-sent = sent { $day }
tasks-due = due { $day }
tasks-due-today = due today
tasks-late = { $days ->
    [one] one day late
   *[other] { $days } days late
}
tasks-confirmed = Confirmed last

## What came?

confirm-title = Did this money come?
confirm-sent = Sent
confirm-from = From
confirm-day = Sent on
confirm-lead = { $from } sent { $amount } on { $day }.
confirm-so-far = You have confirmed { $received } of it; { $amount } is still open.
confirm-see-entry = See the transfer as it was signed
confirm-occurred = Day it came
confirm-occurred-hint = As your bank or your books say.
confirm-all = Yes, { $amount } came
confirm-next = You check it once more before it is signed.
confirm-otherwise = Something else
confirm-question = What came of it?
confirm-other = Another amount came
confirm-amount = Amount that came, in { $currency }
confirm-last = Nothing more is coming
confirm-nothing-yet = Nothing yet
confirm-nothing-yet-hint = Nothing is signed. The transfer goes on waiting.
confirm-not-ours = Nothing came, and it isn’t ours
confirm-not-ours-hint = It is signed that nothing came. Whoever sent it has to answer.
confirm-reason = Why
confirm-reason-hint = In a few words. Everybody can read them: no names of private persons.
confirm-continue = Continue

## Check, and sign

check-title = Check before you sign
check-came = What came
check-nothing = Nothing
check-whether-more = Is more coming?
check-last = No, this was all
check-more = Yes, more may come
check-change = Change
check-leaves-missing = { $amount } stays open. It is shown as missing from now on, and a finding asks both sides.
check-leaves-open = { $amount } stays open and goes on waiting for your word.
check-beyond = { $amount } of it is more than was sent. It is shown as contested until the sender answers.
check-meaning = By signing, { $member } says in public that this is what came. Its key, which this server holds, signs for it, and everybody will see “confirmed through the server”. It can be corrected later, but never deleted.
check-sign = Sign and confirm
check-text = The exact text that is signed
check-text-about = These are the bytes under the signature. If one of them were changed, the signature wouldn’t fit.

## Confirmed

confirmed-title = Confirmed
confirmed-reference = Reference of the receipt
confirmed-to = To
confirmed-state = State
confirmed-how = Signature
confirmed-through = Confirmed through the server
confirmed-through-hint = With the member’s key, which the server holds, after a second factor.
confirmed-see-entry = See the receipt in the ledger
confirmed-print = To keep it, print this page: it fits on one sheet.
confirmed-next = { $count ->
    [0] Back to the list
    [one] Back to the list: one more waits
   *[other] Back to the list: { $count } more wait
}

## What is drafted: one person writes, another checks and signs

drafts-title = Money to send
drafts-lead = One person drafts, another one checks and signs. Nothing of this is public before it is signed.
drafts-new = Draft a transfer
drafts-no-key = This server holds no key of your member: people sign with keys of their own devices.
drafts-deleted = Deleted. Nothing was signed.
drafts-waiting = Waiting for you to check
drafts-waiting-none = No draft of a colleague waits.
drafts-own = Yours
drafts-own-none = You have no drafts.
drafts-sent-back = Sent back to colleagues
drafts-issued = Signed last
drafts-row = { $amount } to { $to }
drafts-row-into = { $amount } into { $to }
drafts-row-treasury = { $amount } to the treasury
drafts-by = { $account }, { $day }
drafts-stand-waiting = Waiting
drafts-stand-sent-back = Sent back
drafts-stand-issued = Signed
drafts-sheet = Send many by the sheet (CSV or XLSX)
drafts-year-end = Year end: carry over or surrender what is unspent
drafts-sheets = Sheets
drafts-sheet-row = { $count ->
    [one] One transfer, { $amount }
   *[other] { $count } transfers, { $amount } together
}
drafts-stand-previewed = Not saved
drafts-stand-signing = Being signed
drafts-stand-asking = Payee is asked
drafts-asked = Asked to undo what was sent to you

## What is to be sent?

draft-title = Draft a transfer
draft-edit-title = Change the draft
draft-nothing-held = Your member holds nothing that could be sent.
draft-next = You check it once more before it is saved.
draft-programme = Programme
draft-out-of = Out of programme
draft-into = Goes to
draft-treasury = The treasury: it leaves the programme
draft-late = The books of that day are closed, so this is marked as late. Two people sign it, each with a key of their own.
draft-late-signers = The books of that day are closed: two people sign, each with a key of their own. The server’s key may not sign.
draft-free = { $amount } can be sent
draft-payee = Payee
draft-payee-hint = The member’s name in the ledger, or words of its title.
draft-payee-found = Whom do you mean?
draft-payee-named = { $title } ({ $name })
draft-amount = Amount
draft-amount-hint = In the programme’s currency.
draft-ref = Reference
draft-ref-hint = Your voucher’s number, without blanks. Each is used once.
draft-ref-used = It is the reference of { $entry }.
draft-occurred = Day of the transfer
draft-occurred-hint = When the money moves, as your bank or your books say.
draft-due = Answer due
draft-due-hint = Leave it empty for the programme’s usual days.
draft-due-usual = the programme’s usual days
draft-purpose = What for
draft-purpose-hint = In a few words. Everybody can read them: no names of private persons.

## Check the draft

draft-check-title = Check the draft
draft-remains = What is left
draft-held = Held
draft-drafted = In other drafts
draft-takes = This takes
draft-leaves = Leaves with this
draft-stays = Stays
draft-save-about = It waits for a second person, who sees the same text and signs it. Until then you can change or delete it; whoever had signed signs anew.
draft-save = Save for a second person
draft-sources = It draws on what was held longest:
draft-source = { $takes } of { $held }

## One draft

draft-own-title = Draft
draft-approve-title = Check before you sign
draft-issued-title = Signed and recorded
draft-written-by = { $account } drafted this on { $time }.
draft-waits = Saved on { $time }. It waits for a second person: nobody signs a draft of their own.
draft-sent-back-by = { $checker } sent it back to { $account } on { $time }:
draft-issued-by = Drafted by { $account }, signed by { $checker } on { $time }.
draft-meaning = By signing, { $member } says in public that it sends this money. It can be taken back by a further entry, but never deleted.
draft-sign = Approve and sign
draft-kind = What
draft-step = About
draft-role-other = You may look. Signing this is for colleagues with the role for it.
draft-meaning-return = By signing, { $member } says in public that it sends this money back to the member it came from.
draft-meaning-bounce = By signing, { $member } says in public that its bank sent this money back: it holds it again.
draft-meaning-reversal = By signing, { $member } says in public that it takes the whole transfer back: it holds the money again.
draft-meaning-receipt-correct = By signing, { $member } says in public that it takes back this part of what it had confirmed.
draft-meaning-surrender = By signing, { $member } says in public that it gives this money up to the treasury: it leaves the programme and is held there no longer.
draft-meaning-carry-over = By signing, { $member } says in public that it takes this money into the other programme: it goes on holding it there.
draft-spent = What it draws on was spent meanwhile, so it can’t be signed as it is. Send it back, so that it is drafted anew.
draft-more-signers = From this sum on the programme asks for the signatures of { $count } people, each with a key of their own. The server’s key may not sign.
draft-meaning-by = { $meaning } { $key }
draft-by-server = Your member’s key, which this server holds, signs, and everybody will see that.
draft-by-device = The key on this device signs, and everybody will see that one person of your member signed.
draft-held-missing = This server holds no key of your member: a key on your own device signs.
draft-sign-own = You wrote this: a key on your own device signs it, beside those of your colleagues.
draft-make-key = Make a key on your device
draft-sign-save = Sign and save for a second person
draft-save-through = Save without my signature
draft-save-through-about = Your signature is left out, and the text asks for one only: your colleague approves it, and the server’s key can sign.
draft-save-later = Save and sign later
draft-save-later-about = You or your colleagues sign it with keys of their own, in any order.
draft-signatures = Signatures: { $count } of { $wanted }
draft-signatures-missing = { $count ->
    [one] Waiting for one more.
   *[other] Waiting for { $count } more.
}
draft-signature = { $account }, { $time }, with the key { $key } of their own device
draft-signature-through = { $account }, { $time }, through the server
draft-signed-own = You have signed. If anything is changed, every signature is void.
draft-asked = { $account } asks to undo a transfer to your member, of which it says that nothing came to you. Agree and sign, or send it back and say why.
draft-asking = Your member’s side has signed. The payee is asked at its desk; with its signature it is posted.
draft-meaning-agree = By signing, { $member } says in public that nothing of this transfer came, and agrees that it is undone. The money is the payer’s again.
draft-post-again = Send it again
draft-post-again-about = Everybody has signed, but the ledger hasn’t taken it yet. It is sent as it was signed.
draft-short = More was sent to this payee that day: now { $count } people have to sign. The draft has to be written anew, so that its text says so.
draft-back-title = Something isn’t right
draft-back-reason = Why
draft-back-hint = Your colleague reads it. It isn’t public.
draft-back = Send it back
draft-edit = Change it
draft-delete = Delete the draft

## What becomes of a step

after-title = What becomes of this transfer?
after-none = There is nothing that your member could say of it now.
after-received = Confirmed as received
after-open = Open
after-all-open = All that is open
after-question = What happened?
after-amount-hint = In the programme’s currency. A transfer that is taken back goes back whole: leave it empty.
after-occurred = Day it happened
after-bounce = Our bank sent money back
after-bounce-hint = At most { $amount }, what is open. You hold it again.
after-reversal = We take the whole transfer back
after-reversal-hint = All of { $amount } comes back. The payee said that nothing came, or its time to answer is over.
after-unheard = Through { $day } the payee has to agree. It is asked at its desk once your member has signed.
after-return = We send back what we don’t use
after-return-hint = At most { $amount }, what you still hold of it. Whoever sent it confirms that it came.
after-correct = We confirmed too much
after-correct-hint = At most { $amount }, as far as you still hold it. It is open again.
after-withdraw = We withdraw what we said beyond what was sent
after-withdraw-hint = At most { $amount }, what is contested.
after-otherwise = Answer otherwise
answers-title = Findings that name you
answers-lead = A finding states a difference. It closes when what both sides sign says the same.
answers-none = No open finding names your member.
answers-way = What becomes of it
## Year end

year-ends-title = Year end
year-ends-lead = What your member still holds of each programme. When its year is over, it is carried over into another programme, surrendered to the treasury or sent back to whoever sent it.
year-ends-row = { $amount } of { $programme }
year-end-title = Year end: { $programme }
year-end-over = The year ended on { $day }.
year-end-closed = The programme is closed; its year runs through { $day }.
year-end-runs = The year runs through { $day }.
year-end-in-drafts = { $amount } of it in drafts
year-end-carrying = Drafted: carried over
year-end-surrendering = Drafted: surrendered
year-end-undecided = Undecided
year-end-drafted = Drafted
year-end-nothing = Nothing is left to decide here.
year-end-which = Which money? The oldest stands first.
year-end-part = { $free }, and drafts take the rest of { $held }
year-end-from = From { $from }, { $day }
year-end-from-appropriation = Appropriated on { $day }
year-end-from-carry-over = Carried over from another programme on { $day }
year-end-carried = Some of it was carried over before. The rest can be surrendered or sent back, but not carried over again.
year-end-send-back = Send it back to { $from }
year-end-what = What becomes of it?
year-end-carry = Carry it over into { $programme }
year-end-carry-hint = At most { $amount }. Your member goes on holding it, in that programme.
year-end-surrender = Surrender it to the treasury
year-end-surrender-hint = At most { $amount }. It leaves the programme, and your member holds it no longer.
year-end-refusal = { $what }: not now. { $why }
year-end-no-next = It can’t be carried over: no other open programme has this currency.
year-end-amount-hint = Leave it empty for all that is ticked. Less is taken from the oldest first; the rest stays and can be decided afterwards.
year-end-occurred = Day
year-end-occurred-hint = The day on which it leaves the programme, as your books say.
year-end-next = You check it once more before it is saved. What you don’t decide stays as it is.
year-end-rest = What else is left of this year

## By the sheet: many transfers, signed as one

sheet-title = Send many by the sheet
sheet-lead = One row for each payee, all out of one programme. You see every row before anything is saved; a second person checks and signs the sheet as a whole.
sheet-columns = The first row names the columns: payee (its name in the ledger), amount, and where you have them reference and purpose. Other columns are left out.
sheet-limits = At most { $rows } rows; CSV up to { $csv } MB, XLSX up to { $xlsx } MB.
sheet-template = Download a template (CSV)
sheet-file = Sheet
sheet-file-hint = CSV or XLSX; of a workbook the first table is read.
sheet-count = Rows
sheet-count-hint = How many there should be, counted from your own list.
sheet-total = Control total
sheet-total-hint = What the amounts should add up to, from your own list.
sheet-occurred = Day of the transfers
sheet-occurred-hint = When the money moves, as your bank or your books say.
sheet-due = Answer due
sheet-due-hint = Leave it empty for the programme’s usual days.
sheet-read = Read the sheet
sheet-next = Nothing is saved yet: you see every row first.
sheet-preview-title = What the sheet holds
sheet-approve-title = Check the sheet before you sign
sheet-own-title = Sheet
sheet-posting-title = Being signed and recorded
sheet-issued-title = Signed and recorded
sheet-previewed = Read on { $time }. Nobody else sees it before you save it.
sheet-written-by = { $account } saved this sheet on { $time }.
sheet-issued-by = Uploaded by { $account }, signed by { $checker } on { $time }. All rows stand in the ledger.
sheet-posting = { $count ->
    [one] One transfer is being signed and recorded. It stands in the ledger or it doesn’t.
   *[other] { $count } transfers are being signed and recorded. All of them stand in the ledger or none.
}
sheet-look-again = Look again
sheet-trouble = Nothing was recorded the last time: { $why }.
sheet-trouble-row = Nothing was recorded the last time, because of row { $row }: { $why }.
sheet-from = Sent by
sheet-sum = Sum
sheet-asked-sum = Your control total
sheet-asked-count = Your number of rows
sheet-differs = It differs from what the sheet holds
sheet-encoding = Read as
sheet-digest = Digest of all rows
sheet-digest-about = The digest is over the exact texts of all rows: were one changed, it wouldn’t be this sheet, and an approval of this one wouldn’t hold for it.
sheet-sources = What it draws on
sheet-mend = { $count ->
    [0] Rows or sum aren’t what you said: mend the sheet or the figures, and send it again.
    [one] One row can’t be taken. Mend it in your sheet, and send it again.
   *[other] { $count } rows can’t be taken. Mend them in your sheet, and send it again.
}
sheet-again = Send the mended sheet
sheet-warned = { $count ->
    [one] One row may be a payment that was made before: look at it.
   *[other] { $count } rows may be payments that were made before: look at them.
}
sheet-save-about = It waits for a second person, who sees the same rows and the same digest and signs them as one. Nobody can change a row; until it is signed you can delete the sheet.
sheet-meaning = { $count ->
    [one] By signing, { $member } says in public that it sends one transfer, { $amount }. Its key, which this server holds, signs for it. It stands in the ledger or it doesn’t.
   *[other] By signing, { $member } says in public that it sends { $count } transfers, { $amount } together. Its key, which this server holds, signs every row. All of them stand in the ledger or none.
}
sheet-sign = Approve and sign all rows
sheet-delete = Delete the sheet
sheet-rows = The rows
sheet-show-rows = All rows
sheet-show-faults = Rows to mend
sheet-show-warnings = Rows to look at again
sheet-to-rows = { $count ->
    [one] The one row
   *[other] All { $count } rows
}
sheet-to-faults = { $count ->
    [one] One row to mend
   *[other] { $count } rows to mend
}
sheet-to-warnings = { $count ->
    [one] One row to look at again
   *[other] { $count } rows to look at again
}
sheet-line = Line
sheet-remark = Remark
sheet-good = Good
sheet-column-payee = Payee
sheet-column-amount = Amount
sheet-column-reference = Reference
sheet-column-purpose = Purpose
sheet-fault-encoding = not the text that the file says it is: save it as UTF-8
sheet-fault-payee-missing = empty: enter the payee
sheet-fault-payee-unreadable = not a member’s name: enter the name in the ledger, as township.example/office
sheet-fault-payee-unknown = no member has this name: see the list of members
sheet-fault-payee-own = that is your own member: take the row out
sheet-fault-payee-outside = this programme pays only members directly below yours
sheet-fault-payee-accounts = it has several accounts and you haven’t paid it before: draft it alone at the command line
sheet-fault-amount-missing = empty: enter the amount
sheet-fault-amount-unreadable = not an amount in figures
sheet-fault-amount-digits = more digits behind the mark than the currency has
sheet-fault-amount-number = more digits than a spreadsheet keeps: format the cell as text
sheet-fault-amount-zero = zero: take the row out
sheet-fault-amount-negative = below zero: money comes back by a return, never by a sheet
sheet-fault-ref-unreadable = 1 to 64 letters, digits and signs, without blanks or accents
sheet-fault-ref-repeated = stands already on line { $line }: each is used once
sheet-fault-ref-used = a transfer in the ledger has it: choose another
sheet-fault-ref-drafted = another draft or sheet has it: choose another
sheet-fault-purpose-unreadable = one line of at most 280 bytes, without special characters
sheet-fault-too-long = the entry is too long with it: shorten it
sheet-fault-sum-beyond = more than is left after the rows before it
sheet-fault-sum-scattered = what is left lies in too many small parts for one entry: make two rows of it
sheet-fault-signers = this sum asks for the signatures of two people: draft it alone, or sign the sheet with your own keys
sheet-warning-again-in-sheet = Same payee and amount as line { $line }
sheet-warning-again-drafted = Same payee and amount as in another draft
sheet-warning-again-sent = Same payee and amount as a transfer that was sent
sheet-signing = Whose keys sign?
sheet-signing-server = The key that this server holds
sheet-signing-server-hint = A second person checks the sheet here and approves it.
sheet-signing-own = Our own keys, apart from this server
sheet-signing-own-hint = You and a second person take the texts away, sign them with a key file or a token, and bring them back.
sheet-signing-own-only = This server holds no key of your member: you and a second person sign the texts with keys of your own, and bring them back here.
sheet-save-about-apart = Then you and a second person sign the same texts, each with a key of your own. Nobody can change a row; until it stands in the ledger you can delete the sheet.
sheet-issued-apart = Uploaded by { $account }. All rows stand in the ledger: they were submitted apart from this page.
sheet-signature = { $account }, { $time }, with the key { $key } of their own
sheet-signed-own = You have signed all rows. With the last signature they are posted.
sheet-some-stand = Some rows stand in the ledger already: they were submitted apart from this page. Posting the sheet adds the others.
sheet-apart-title = Sign with a key of your own
sheet-apart-meaning = { $count ->
    [one] By signing, { $member } says in public that it sends one transfer, { $amount }. It stands in the ledger or it doesn’t.
   *[other] By signing, { $member } says in public that it sends { $count } transfers, { $amount } together. All of them stand in the ledger or none.
}
sheet-take-about = Take the texts of all rows to where your key is: one file, with the signatures that are there already.
sheet-take = Take these texts away to sign
sheet-sign-about = Sign them there. The command shows how many texts there are, their sum and the digest of all rows: compare them with this page.
sheet-sign-token = For a key on a token, name its library too: --pkcs11-module FILE
sheet-signed = The signed file
sheet-signed-hint = Every text in it is compared with the rows of this sheet.
sheet-bring-back = Bring the signed texts back
sheet-key-none = You have no key of your own in the ledger that may send money. Make one where it is to stay:
sheet-key-enrol = A colleague who manages people then enrols it, with their own key file:
sheet-stands = In the ledger
sheet-returned-unreadable = Line { $line }: it isn’t what “countersign sign” writes
sheet-returned-differs = Line { $line }: its text is none of this sheet’s. Take the texts away again
sheet-returned-repeated = Line { $line }: row { $row } stands there a second time
sheet-returned-missing = Row { $row } isn’t in the file
sheet-returned-unsigned = Row { $row } lacks a signature that other rows have
sheet-returned-foreign = Line { $line }, row { $row }: signed with a key that may not sign this sheet
sheet-returned-broken = Line { $line }, row { $row }: the signature doesn’t fit the text
sheet-returned-two-keys = Line { $line }, row { $row }: signed by one person with two keys
sheet-returned-more = { $count ->
    [one] And one more.
   *[other] And { $count } more.
}

## People

people-title = People of { $member }
people-joined = joined { $day }
people-seen = last signed in { $time }
people-never-seen = has not signed in yet
people-closed = Closed
people-own = You
people-close = Close { $account }
people-close-about = { $account } is signed out everywhere at once and can’t sign in again. What was signed stays signed.
people-close-now = Close this account
people-link = Give this link to the person you invite
people-link-once = It is shown this once and works once. Give it by hand or by a channel that you trust: whoever has it can join.
people-invitations = Open invitations
people-by = by { $account }
people-by-operator = by the server’s operator
people-confirmed-by = confirmed by { $account }
people-confirmed-by-operator = confirmed by the server’s operator
people-ends = until { $time }
people-withdraw = Withdraw
people-waits = It waits for somebody else who manages people: they confirm it, and get the link.
people-waits-alone = Nobody else manages people here, so whoever runs the server confirms it, and gets the link:
people-confirm-about = Confirm it only if you know who it is for: you get the link and hand it over yourself.
people-confirm = Confirm and get the link
people-invite-two = Whoever may send money or manage people is let in by two: somebody else who manages people confirms the invitation.
people-invite = Invite somebody
people-invite-about = You get a link for one person. They choose their own account and password.
people-roles = What may they do?
people-invite-make = Make a link

## A device of one's own

desk-device = This device
device-title = This device
device-lead = With a key of its own, this device signs what you confirm. The key never leaves it; the server can’t sign in your place with it.
device-no-script = Your browser can’t make a key here. The server’s key goes on signing for you, and everybody sees “confirmed through the server”.
device-make = Make a key on this device
device-prove = Sign with the new key
device-here-none = This browser has no key of yours yet.
device-here-offered = This browser has made a key. Read the text below and sign it: that proves the key is here.
device-here-waiting = The key { $key } is in this browser. Somebody else still has to approve it.
device-here-enrolled = This browser has your key { $key } and signs with it.
device-unable = This browser can’t keep a key, so the server’s key goes on signing for you. ({ $why })
device-waits = Waiting for approval
device-waits-about = A colleague who manages people approves it at the desk, on the page “People”. They ask you for the key’s ID, which is shown here.
device-waits-command = Or, with a key file, on the command line:
device-waits-until = until { $time }
device-keys = Your keys on the ledger
device-none = None yet.
device-since = since { $day }
device-approved-through = approved through the server
device-revoked = Revoked
device-lost = A device is lost?
device-lost-about = Any key file of your member revokes its key at once. Then make a new one here. What was signed stays valid.
check-meaning-device = By signing, { $member } says in public that this is what came. The key on this device signs for it. It can be corrected later, but never deleted.
check-device-signs = This device signs, with your key { $key }. The text below was read and written anew on this device.
check-device-differs = Nothing is signed: the text on this page isn’t the one that its form names. Tell whoever runs the server.
check-device-failed = The device couldn’t sign. ({ $why })
check-sign-through = Sign through the server
check-own-key-only = In this programme only a key on your own device signs: the server’s key may not.
device-revoke = Revoke the key { $key }
device-revoke-about = It signs nothing from then on. What it signed stays valid. The key that the server holds says so on the ledger, and everybody can read it.
device-revoke-now = Revoke it now
device-revoke-command = The server holds no key that could revoke { $key }. Whoever has a key file of your member does it on the command line:
approve-title = The key of { $account }
approve-about = { $account } wants to sign with a key of a device of their own. Ask them for the key’s ID, which their device shows: whoever asks must be who sits there.
approve-key = The key’s ID
approve-may = It lets them
approve-meaning = By signing, you say that this key belongs to { $account }.
approve-sign = Approve and sign
approve-refuse = Refuse this key
approve-by-command = Whoever has the key file of a person who administers your member approves it on the machine of the server:
approve-by-command-too = With a key file instead
approve-meaning-through = By approving, you say that this key belongs to { $account }. The key of { $member } that this server holds signs it for you, and everybody will see “approved through the server”.
approve-through = Approve through the server
approve-no-key = You have no key on a device of your own, and this server holds no key of your member that may approve, so it can’t be approved on this page.
approve-hold = Where the server should hold a key that may, so that the next one is approved here:
people-devices = Keys of devices that wait for you
people-key-through = Key { $key } was approved through the server
people-keys-left = The account is closed, but these keys still sign for your member until they are revoked:
people-close-keys = The keys of its devices are revoked on the ledger as well.
confirmed-own = Signed on your own device
confirmed-own-hint = With a key that never left it.
deed-device-offered = Offered a device’s key
deed-device-enrolled = Enrolled a device’s key
deed-device-refused = Refused a device’s key
deed-device-revoked = Revoked a device’s key
form-device-key-unreadable = The key that the browser sent can’t be read: make a new one
form-device-roles = You have nothing to sign, so no key is needed
form-device-unsigned = This device hasn’t signed, so nothing was sent. Try again, or choose “Sign through the server”
form-held-key-forbidden = In this programme only people’s own keys sign. Make a key on your device and have it approved, or sign at the command line
form-device-gone = The key waits no more: make a new one
form-device-key-foreign = This device’s key isn’t enrolled for you
form-signature-wrong = The signature doesn’t fit the text: try again

## Questions about one transfer

questions-title = Questions about transfers
questions-lead = Whoever should have a transfer asks whoever sent it. Both sides’ people read it, and auditors.
questions-waiting = Waiting for your answer
questions-waiting-none = No question waits.
questions-own = Asked by your member
questions-own-none = Your member hasn’t asked anything yet. A transfer’s page has the way to ask.
questions-between = { $from } to { $to }
questions-open = Not answered yet
questions-answered = Answered
questions-of-step = Questions about this transfer
questions-none = Nobody has asked anything yet.
questions-question = Question:
questions-answer = Answer:
questions-ask = Ask { $member }
questions-ask-here = Ask about this transfer
questions-question-label = Your question
questions-answer-label = Your answer
questions-hint = On one line, up to { $count } characters. It stays and can’t be changed: no names of private persons.
questions-send = Ask
questions-reply = Answer
questions-answer-send = Answer
questions-record = Question and answer stay in this server’s record, for the people of both sides and for auditors. They are no entries: nothing follows from them in the ledger, and the public doesn’t read them.

## Members: proposals and votes

proposal-title = Members: proposals and votes
proposal-lead = { $count ->
    [one] One house votes on who becomes a member. More than half of the voting houses have to be for it.
   *[other] { $count } houses vote on who becomes a member. More than half of them have to be for it.
}
proposal-propose = Propose a member
proposal-open = Not carried out yet
proposal-none = Nothing waits: every proposal was carried out.
proposal-books = Who keeps these books: all members, houses and proposals
proposal-suspension = Nobody is voted out. An auditor can stop a member’s outgoing payments (“freeze”) and let them go on, at the command line.
proposal-by = { $member }, { $day }
proposal-does-admit = { $title } would become a member.
proposal-does-change = { $title } is a member. Its title or the member above it would change.
proposal-missing = { $count ->
    [one] One more house has to be for it
   *[other] { $count } more houses have to be for it
}
proposal-lost = Too many houses are against it: it can’t be accepted any more
proposal-accepted = Accepted: the new member activates itself
proposal-accepted-change = Accepted: the member carries it out itself
proposal-own = Your house
proposal-vote-none = Has no vote
proposal-vote-open = Hasn’t voted yet
proposal-vote-for = Is for it
proposal-vote-against = Is against it
proposal-tag-open = Your vote
proposal-what = What is proposed
proposal-name = Name in the ledger
proposal-name-hint = Lower-case letters, digits, dots, hyphens and strokes, such as county.example/finance. It never changes.
proposal-title-of = Title
proposal-title-hint = What people call the organisation. No names of private persons.
proposal-tier-hint = 0 for the nation, 1 for what is directly below it, and so on.
proposal-parent-hint = The name of the member above it. Leave it empty where there is none.
proposal-parent-none = Nobody
proposal-region-hint = The place’s code, such as cn-4401. Leave it empty where it has none.
proposal-house-hint = The name of whoever controls it. Leave it empty where it stands for itself.
proposal-voting = Vote
proposal-voting-tick = Its house votes
proposal-voting-yes = Its house votes
proposal-voting-no = Without a vote
proposal-reason-hint = In a few words. Everybody can read them: no names of private persons.
proposal-form-lead = Of an organisation that is a member already only title and the member above it can change: the other answers are taken as they stand.
proposal-vote = Your house’s vote
proposal-vote-reason = Your reason, if you want to give one
proposal-vote-next = You check it once more before it is signed. A house votes once.
proposal-vote-yes = For it
proposal-vote-no = Against it
proposal-next = What comes next
proposal-activate = Its people make their keys on machines of their own, and activate the member on the command line. Each key signs, which proves that it is there; this server never sees the secret halves.
proposal-activate-keys = One key for each person. Two people or more: then one can replace the other’s lost key.
proposal-activate-recovery = A recovery key, which is kept offline and doesn’t sign.
proposal-activate-sign = The activation, signed by every person’s key:
proposal-carry-out-wait = Somebody of the member itself who manages people carries it out, here at the desk.
proposal-carry-out-about = The new title and the member above it hold from then on.
proposal-see-entry = See the proposal as it was signed
proposal-back = Back
proposal-says-for = Your house is for it: { $title }.
proposal-says-against = Your house is against it: { $title }.
proposal-says-carry-out = The change holds from now on: { $title }.
proposal-meaning = By signing, { $member } says so in public. The key on this device signs. It can’t be taken back.
proposal-meaning-through = By signing, { $member } says so in public. Its key, which this server holds, signs for it, and everybody will see “signed through the server”. It can’t be taken back.
proposal-sign = Sign
proposal-no-key = Neither a device of yours nor this server has a key of your member that may say this. Make a key on your device and have it approved, or use the command line: countersign member propose, countersign member vote.

## Passkeys

passkeys-title = How you sign in
passkeys-lead = With a passkey you sign in by your finger, your face or your device’s PIN: no password and no code. Nobody can guess or steal it from a page.
passkeys-no-script = Your browser can’t make a passkey here. Account, password and code go on working.
passkeys-not-here = This server takes no passkeys under this address. Account, password and code go on working.
passkeys-add = Add a passkey
passkeys-own = Your passkeys
passkeys-none = None yet.
passkeys-made = added { $day }
passkeys-used = last used { $time }
passkeys-unused = not used yet
passkeys-remove = Remove it
passkeys-remove-about = Nobody can sign in with it any more. Remove it from your device as well.
passkeys-remove-now = Remove this passkey
passkeys-on = On to what waits
provider-code-lead = { $name } has said who you are. Now enter the code that your app shows.
provider-code-other = Sign in another way
provider-title = Your account at { $name }
provider-lead = Link it, and it signs you in here instead of your password. From { $name } this server keeps nothing but that it is you.
provider-link = Link my account at { $name }
provider-made = linked { $day }
provider-unlink = Unlink it
provider-unlink-about = You can’t sign in with it any more; a passkey, or account, password and code go on working.
provider-unlink-now = Unlink this account

## The record

record-title = Who did what
record-lead = What people of this member did here. It is for the member alone; what was signed is public.
record-none = Nothing has been done yet.
record-caption = { $count ->
    [one] One deed
   *[other] { $count } deeds, latest first
}
record-when = When
record-who = Who
record-what = What
record-operator = The server’s operator
# What was done, and an account or an entry behind it.
record-deed = { $deed }: { $about }
deed-member-proposed = Proposed a member or a change
deed-member-voted = Voted on a proposal
deed-member-amended = Carried out a change of the member
deed-asked = Asked about a transfer
deed-answered = Answered a question about a transfer
deed-joined = Joined
deed-signed-in = Signed in
deed-sign-in-failed = Failed to sign in
deed-signed-out = Signed out
deed-signed-out-everywhere = Signed out everywhere
deed-invited = Made an invitation
deed-withdrawn = Withdrew an invitation
deed-invitation-confirmed = Confirmed an invitation
deed-passkey-added = Added a passkey
deed-passkey-removed = Removed a passkey
deed-provider-linked = Linked an account of their organisation
deed-provider-unlinked = Unlinked an account of their organisation
deed-closed = Closed an account
deed-confirmed = Signed a receipt
deed-put-off = Put off: nothing came yet
deed-drafted = Drafted a transfer
deed-sent-back = Sent a draft back
deed-issued = Approved and signed a transfer
deed-deleted = Deleted a draft
deed-sheet-drafted = Saved a sheet
deed-sheet-issued = Approved and signed a sheet
deed-signed = Signed a draft

## What is wrong with a form

form-problems = There is a problem
# Before a title and before a field's problem, for those who hear it.
form-title-wrong = Problem: { $title }
form-wrong = Problem:{" "}
form-account-missing = Enter your account
form-account-unreadable = An account has 3 to 32 letters, digits, dots or hyphens
form-account-taken = Somebody has this account: choose another
form-password-missing = Enter your password
form-passkey-not-made = No passkey was made. Try again, or go on without one
form-passkey-wrong = That passkey didn’t open the door. Try again, or sign in with account, password and code
form-provider-wrong = That didn’t open the door. Sign in another way and link that account under “How you sign in” first
form-provider-not-linked = The account wasn’t linked. Try again; it can be linked to one person only
form-provider-away = The organisation’s sign-in doesn’t answer. Try again later, or sign in another way
form-password-short = The password needs at least { $count } characters
form-password-long = The password is too long
form-password-common = This password is too easy to guess: choose another
form-code-missing = Enter the six digits that your app shows
form-code-wrong = The code isn’t right, or has run out: enter the one that the app shows now
form-sign-in-wrong = Account, password or code isn’t right
form-wait = { $count ->
    [one] Too many tries: try again in a minute
   *[other] Too many tries: try again in { $count } minutes
}
form-answer-missing = Choose what came of it
form-amount-missing = Enter the amount that came
form-amount-unreadable = Enter the amount in figures
form-amount-too-many-digits = The amount has more digits behind the mark than the currency
form-amount-zero = Enter an amount above zero, or choose that nothing came
form-function-missing = Choose what the member does
form-house-unreadable = The house is a member’s name, like county.example/finance
form-member-unreadable = Enter a name like county.example/finance: lower-case letters, digits, dots, hyphens, strokes
form-parent-unknown = No member has this name: enter the one above it, or leave it empty
form-parent-unreadable = Enter a member’s name like county.example/finance, or leave it empty
form-region-unreadable = Enter a code like cn-4401, or leave it empty
form-shown-gone = What you were shown is too old or has changed, and nothing was signed: begin again
form-tier-unreadable = Enter the level as a number: 0 for the nation
form-title-unreadable = Enter a title on one line, without special characters
form-vote-missing = Choose whether your house is for it
form-question-answered = This question was answered meanwhile, or isn’t there any more
form-questions-too-many = There are too many questions about this transfer: talk to each other
form-words-missing = Write something
form-words-long = Write no more than { $count } characters
form-words-unreadable = Write it on one line, without special characters
form-occurred-missing = Enter the day it came
form-occurred-unreadable = Enter a day, like 2026-03-27
form-occurred-future = The day can’t lie in the future
form-occurred-before-sent = The day can’t lie before the money was sent
form-reason-missing = Say why in a few words
form-reason-unreadable = Write the reason on one line, without special characters
form-roles-missing = Choose what they may do
form-draft-changed = The draft changed while you looked at it: nothing was signed. This is what it is now
form-draft-gone = The draft can’t be changed any more: it was signed, deleted or is somebody else’s
form-draft-own = You wrote this draft: somebody else has to check and sign it
form-draft-invited = Whoever wrote this draft let you in alone: somebody else has to check and sign it
form-draft-spent = What it draws on was spent meanwhile: nothing was signed. Send it back, so that it is drafted anew
form-own-key-needed = This takes a key on a device of your own: the server’s key may not sign here
form-drafts-too-many = Your member has 500 open drafts: sign or delete some, or send a sheet
form-what-missing = Choose what happened
form-way-missing = Choose what becomes of it
form-source-missing = Tick the money that it is about
form-day-missing = Enter the day
form-sum-over = That is more than there is
form-sum-most = That is more than there is to decide: { $detail } at most
form-role-other = Your role doesn’t sign this: a colleague does
form-count-missing = Enter how many rows there should be
form-count-unreadable = Enter the number of rows in figures, without marks
form-total-missing = Enter what the amounts should add up to
form-sheet-missing = Choose the file of the sheet
form-sheet-too-large = The file is too large: send it in parts
form-sheet-too-many-rows = The sheet has more than { $count } rows: send it in parts
form-sheet-unreadable = The file is neither CSV nor XLSX, or it is broken: save it anew
form-sheet-empty = The sheet has no rows
form-sheet-column-payee = The first row has to name one column “payee”
form-sheet-column-amount = The first row has to name one column “amount”
form-sheet-column-twice = A column stands twice in the first row
form-sheet-spent = What the sheet draws on was taken meanwhile: send the sheet again
form-sheet-unsound = The sheet can’t be saved: it has rows to mend, or its sums aren’t what you said
form-sheets-too-many = Ten sheets of your member wait already: sign or delete some
form-sheet-busy = The server is busy: try again in a moment
form-sheet-failed = The server couldn’t record it: try again
form-sheet-own-keys = In this programme only people’s own keys sign: choose those
form-signed-missing = Choose the file that “countersign sign” made
form-signed-too-large = The file is larger than 32 MB: it isn’t the one of this sheet
form-signed-none = Nobody has signed in this file: sign it first
form-signed-wrong = Nothing was taken: the file isn’t this sheet, signed as a whole
form-due-before = The answer can’t be due before the transfer
form-payee-missing = Enter whom it goes to
form-payee-accounts = This payee has several accounts and you haven’t paid it before: name one at the command line, countersign issue --account
form-payee-own = A member can’t send to itself
form-payee-unknown = No member has this name: enter another, or choose one below
form-programme-missing = Choose the programme
form-purpose-unreadable = Write what it is for on one line, without special characters
form-ref-drafted = Another draft has this reference: choose another
form-ref-missing = Enter a reference
form-ref-unreadable = A reference has 1 to 64 letters, digits and signs, without blanks or accents
form-ref-used = This reference was used on { $detail }: choose another
form-sent-missing = Enter the day of the transfer
form-sum-beyond = That is more than there is: { $detail } can be sent
form-sum-missing = Enter the amount
form-sum-scattered = What is held lies in too many small parts for one entry: send less at once
form-sum-zero = Enter an amount above zero
form-changed = The transfer changed while you looked at it. Look again before you sign
form-key-not-held = The server holds no key for your member. Ask whoever runs it, or confirm with a key of your own.
form-refused = The ledger didn’t take it.
form-invitation-gone = It was used before, was withdrawn, or its time is over. Ask for a new one.
form-invitation-not-waiting = This invitation doesn’t wait for you: it was confirmed, withdrawn or has ended

## Who signed, on public pages

event-signer-server = confirmed through the server, key { $key }
signature-server = Confirmed through the server: the key { $key } of { $member }, which the server holds, signed after a second factor.
signature-server-approved = Approved through the server: the key { $key } of { $member }, which the server holds, signed after a second factor.
signature-server-new = The new key { $key } of { $member } itself, which the server holds from now on.
signature-server-signed = Signed through the server: the key { $key } of { $member }, which the server holds, signed after a second factor.

## A photo or PDF beside a receipt.
document-add = Put a photo or PDF beside it
document-file = Photo or PDF
document-file-hint = Such as a bank slip: JPEG, PNG, WebP or PDF, up to { $count } MB. People of payer and payee and auditors can open it; everybody sees that it is there. Where and with what a photo was taken is left out; a PDF is kept as it is, its author’s name included.
document-beside = Beside it so far: { $document }. A new file takes its place.
document-leave-out = Leave the document out
document-row = Document
document-open-own = Open the document
evidence-title = Documents of an entry
evidence-of = They belong to: { $entry }
evidence-about = People of payer and payee and auditors can open them. The public page shows their digests alone.
evidence-salt = Salt
evidence-take = Save the file
evidence-missing = The file isn’t kept here any more. Its digest stays in the entry.
evidence-differs = The file that lies here isn’t the one that was signed, so it isn’t given out. Tell whoever runs the server.
evidence-check = How to check a file
evidence-check-about = The digest is SHA3-256 of the salt’s 32 bytes and the file. With both at hand, this command prints it:
form-document-too-large = The file is larger than { $count } MB: take the photo smaller, or save it again
form-document-gone = The file is no longer here: choose it again
form-document-kind = Choose a JPEG, PNG, WebP or PDF file
form-document-unreadable = The file is broken, moves, or has too many pixels: save it again
form-documents-too-many = Too many documents of yours wait for a signature: sign what they belong to first
