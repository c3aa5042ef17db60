### What people are told by mail, and the pages on which they choose it.
### A letter names the member and has links: never a person, an account or an amount.

## What to be told

desk-telling = Messages
telling-title = Messages to you
telling-lead = This server can write to you when something concerns { $member }. Nothing is sent until you choose it.
telling-no-mail = This server sends no mail. Whoever runs it can set that up.
telling-saved = Your choices are saved.
telling-goes-to = Messages go to { $address }.
telling-link-sent = A link is on its way to { $address }. Nothing else is sent there until you have opened it and confirmed the address.
telling-address = Your email address
telling-address-hint = For these messages only. Colleagues and the public don’t see it. Leave it empty and nothing is sent.
telling-at-once = Tell me at once when
telling-waits = Money waits to be confirmed
telling-differs = The other side says something else: less, more or nothing came
telling-finding = A finding names us: late, unmoved, or perhaps sent twice
telling-back = Money comes back, or a transfer is taken back
telling-draft = A colleague’s draft waits for a second person
telling-signature = Another member’s draft asks for our signature
telling-question = Somebody asks us about a transfer
telling-answer = A question of ours is answered
telling-vote = A proposal waits for our house’s vote
telling-summary = The day’s summary
telling-asks-address = Confirming an address
telling-test = Test
telling-hour = Hour of a daily summary
telling-hour-hint = From 0 to 23, local time (UTC{ $offset }). Leave it empty for none. On days on which nothing waits, none is sent.
telling-language = Language of the messages
telling-save = Save
telling-to-hooks = Programs that are told, and mail that failed

## Behind a message's links

telling-confirm-title = Confirm your address
telling-confirm-about = Messages about what you chose at the desk will come to this address.
telling-confirm = Confirm this address
telling-confirmed = Confirmed. Messages come to this address from now on.
telling-stop-title = End all messages
telling-stop-about = No more messages come to this address, and the address is forgotten here.
telling-stop = End all messages
telling-stopped = Ended. Your address is forgotten. You can choose messages again at the desk.
telling-link-gone = This link was used before, or its time is over.

## Programs that are told

hooks-title = Programs that are told
hooks-lead = Programs of { $member } can be told at once what concerns it. What they get has the entry’s public link and nothing about people.
hooks-none-here = This server tells no programs: it doesn’t know its own public address. Whoever runs it can set that up.
hooks-new = A new address
hooks-url = Address of the program
hooks-url-hint = It begins with https:// and can be reached from the internet.
hooks-add = Add it
hooks-secret = The secret of the new address
hooks-secret-once = It is shown this once. With it the program checks that a message is from here.
hooks-since = since { $day }
hooks-test = Send a test
hooks-tested = A test is on its way. Load this page again to see what came of it.
hooks-remove = Remove this address
hooks-remove-about = Nothing more is sent there, and what waits is forgotten.
hooks-remove-now = Remove it
hooks-deliveries = What was sent
hooks-nothing-sent = Nothing was sent yet.
hooks-caption = The last messages to programs, the latest first
hooks-failed = Mail that failed
hooks-failed-caption = Messages to people of this member that didn’t arrive, the latest first
hooks-when = When
hooks-what = About
hooks-to = To
hooks-stand = What came of it
hooks-stand-waits = Waits
hooks-stand-sent = Sent
hooks-stand-given-up = Given up
hooks-why = { $why }; { $count ->
    [one] tried once
   *[other] tried { $count } times
}
hooks-why-status = answered with { $status }
hooks-why-smtp = refused by the mail server with { $status }
hooks-why-timed-out = no answer in time
hooks-why-address = not an address of the public internet
hooks-why-tls = no safe connection
hooks-why-unreachable = not reachable
hooks-why-other = not sent
deed-hook-added = Added the address of a program
deed-hook-removed = Removed the address of a program
form-address-unreadable = Enter an email address, like office@town.example
form-address-soon = A link was sent a moment ago: wait ten minutes before you name another address
form-hour-unreadable = Enter an hour from 0 to 23, or leave it empty
form-hook-missing = Enter the address of the program
form-hook-unreadable = Enter a whole address, like https://town.example/told, without a password in it
form-hook-https = The address must begin with https://
form-hook-private = The address must be one of the public internet
form-hook-many = There are as many addresses as there may be: remove one first

## Letters

letter-waits-subject = { $member }: money waits to be confirmed
letter-waits = Money was sent to { $member }. It waits for your word: did it come?
letter-differs-subject = { $member }: the other side says something else
letter-differs = What the other side signed of a transfer with { $member } doesn’t match: { $finding }.
letter-finding-subject = { $member }: a new finding
letter-finding = A finding names { $member }: { $finding }.
letter-back-subject = { $member }: money comes back
letter-back = Money of a transfer with { $member } comes back, or the transfer was taken back. Look at it and answer where it is asked for.
letter-draft-subject = { $member }: a draft waits for a second person
letter-draft = A colleague drafted a transfer of { $member }. It waits for a second person to check and sign it.
letter-signature-subject = { $member }: a draft asks for your signature
letter-signature = Another member drafted and signed something that holds only with the signature of { $member }. Look at it and sign it, or send it back.
letter-question-subject = { $member }: a question about a transfer
letter-question = Whoever should have a transfer of { $member } asks about it, and waits for an answer.
letter-answer-subject = { $member }: a question is answered
letter-answer = A question that { $member } asked about a transfer is answered.
letter-vote-subject = { $member }: a proposal to vote on
letter-vote = Somebody is proposed as a member, or a change of one. The house of { $member } has a vote.
letter-summary-subject = { $member }: what waits today
letter-summary = Today for { $member }:
letter-summary-steps = { $count ->
    [one] One transfer waits to be confirmed.
   *[other] { $count } transfers wait to be confirmed.
}
letter-summary-drafts = { $count ->
    [one] One draft waits for you to check.
   *[other] { $count } drafts wait for you to check.
}
letter-summary-asked = { $count ->
    [one] One draft of another member asks for your signature.
   *[other] { $count } drafts of other members ask for your signature.
}
letter-summary-questions = { $count ->
    [one] One question about a transfer waits for an answer.
   *[other] { $count } questions about transfers wait for an answer.
}
letter-summary-votes = { $count ->
    [one] One proposal waits for your house’s vote.
   *[other] { $count } proposals wait for your house’s vote.
}
letter-summary-findings = { $count ->
    [one] One open finding names the member.
   *[other] { $count } open findings name the member.
}
letter-address-subject = { $member }: confirm this address
letter-address = Somebody who signs in for { $member } wants messages to come to this address. If that was you, open this link and confirm it:
letter-address-not-you = If it wasn’t you, do nothing. Nothing else is sent here.
letter-desk = To the desk: { $link }
letter-foot = You chose this message. Change what is sent: { $link }
letter-foot-address = This message was sent because the address was typed at the desk. It is sent once.
letter-stop = End all messages: { $link }
