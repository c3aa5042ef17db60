# What the desk says of receipts that a device signed and the server hasn't got yet.

outbox-title = Signed on this device
outbox-what = { $amount } from { $from }
outbox-what-draft = { $amount } to { $to }
outbox-waiting = { $what }: signed, waiting on this device. It is sent when the line is back, also when you open the desk again later. Don’t sign it a second time.
outbox-sent = { $what }: sent, and on the record.
outbox-sent-draft = { $what }: your signature is there.
outbox-door = { $what }: signed, waiting on this device. Sign in, and it is sent.
outbox-code = { $what }: signed, waiting on this device. So much time has passed that the server asks for a code first.
outbox-refused = { $what }: signed, but not taken. The server says: { $why }
outbox-see = See the receipt
outbox-see-draft = See the draft
outbox-enter = Sign in
outbox-remove = Remove it from this device
outbox-send = Send

# How a document goes up in parts, beside an answer.

parts-sending = Sending the file: { $done } of { $all } kB are there.
parts-waiting = The line is gone: { $done } of { $all } kB are there. The rest follows when the line is back. Keep this page open, or choose the same file again later.
parts-there = The file is there and goes beside your answer.
parts-along = The file goes along with your answer.
parts-held = Your answer follows as soon as the file is there.
parts-leave = Go on without the file
