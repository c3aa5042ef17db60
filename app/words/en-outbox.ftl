# What the desk says of receipts that a device signed and the server hasn't got yet.

outbox-title = Signed on this device
outbox-what = { $amount } from { $from }
outbox-waiting = { $what }: signed, waiting on this device. It is sent when the line is back, also when you open the desk again later. Don’t sign it a second time.
outbox-sent = { $what }: sent, and on the record.
outbox-door = { $what }: signed, waiting on this device. Sign in, and it is sent.
outbox-code = { $what }: signed, waiting on this device. So much time has passed that the server asks for a code first.
outbox-refused = { $what }: signed, but not taken. The server says: { $why }
outbox-see = See the receipt
outbox-enter = Sign in
outbox-remove = Remove it from this device
outbox-send = Send
