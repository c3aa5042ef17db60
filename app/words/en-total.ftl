### What is said while a reader's own machine checks a programme's total.
### { $why } is a reason or a refusal, { $kind } the name of a kind of entries; figures, names, keys and hashes stand as they are.

total-title = Check this programme’s total yourself
total-link = Check these totals yourself
total-lead = Your own machine fetches every entry of the public log, checks that it is signed and stands in the log, and adds the money up again. This server’s sums aren’t taken for it.
total-no-script = The check on this page needs JavaScript and WebAssembly, and this page has none at the moment. The command line does the same and more.
total-caption = The figures of this page, in { $currency }, after { $count ->
    [one] one entry
   *[other] { $count } entries
}
total-on-page = On this page
total-by-entries = By the entries
total-of-month = { $term }, { $month }

## The form

total-start = Fetch the log and check
total-again = Check again
total-stop = Stop
total-trust = The log’s key and the policy that you trust
total-trust-hint = What this server says of itself stands here. It’s worth more if you put in what you noted down earlier or have from somebody else: a log’s key, or a tlog-policy with witnesses and a quorum.
total-progress = Checked { $done } of { $all } entries
total-stopped = Stopped after { $done } of { $all } entries. Nothing was found out about the total.

## The result

total-all-hold = Every check holds: the entries give the figures of this page.
total-some-fail = A check fails. Don’t rely on these figures as they stand.
total-some-open = Something couldn’t be checked, so nothing is said about the total.
# Megabytes as they are in the log, before they were packed for the line.
total-took = { $seconds } seconds on this machine, for { $bytes } MB of entries.
total-unreachable = The log’s checkpoint couldn’t be fetched: { $why }
total-checkpoint-bad = The log’s checkpoint can’t be read: { $why }
total-too-many = The log has { $entries } entries. A page in a browser checks { $max } at most, for its memory and your patience; the command line checks any number.
total-truncated = The log ends too early: its checkpoint has { $size } entries, and this page was made of { $entries }. Where entries have just come, check again in a minute; where it stays so, this page shows more than is published.
total-bundle-bad = The entries from { $first } on can’t be fetched or read: { $why }
total-root = All { $size } entries together give the root of the checkpoint: they are those that the log { $log } has signed, in this order, and none is missing.
total-root-bad = The entries don’t give the root of the checkpoint over { $size } entries: somebody changed, dropped or moved one after the log signed.
total-entries = Each of the { $entries } entries is written as the format wants it, and { $signatures } signatures fit their texts.
total-entry-bad = Entry { $index } is wrong ({ $kind } { $identity }): { $why }
total-entry-unreadable = Entry { $index } can’t be read: { $why }
total-money = The money of { $steps } payments adds up: nothing was taken from a source that didn’t hold it, and nothing counts as received beyond what was sent.
total-same = All { $count } figures of this page and of the programme’s months are what the first { $entries } entries give.
total-differs = { $figure }: this page says { $page }, the entries give { $entries }.
total-not-compared = The figures weren’t compared.

## What it means

total-checked = What is checked, and what that proves
total-checked-log = That the log’s key which you trust has signed the checkpoint, and that all entries together give the checkpoint’s root.
total-checked-entries = Of every entry: its form, that it belongs to this ledger and stands in it once, and every signature, under a key that the log itself has enrolled for that name.
total-checked-money = Of every programme’s money: that no entry spends, returns, takes back or writes off more than is there, and that each speaks of the right payment, payer and payee.
total-checked-figures = That the figures above, and the programme’s figures by month, are what the entries give, to the last unit.
total-checked-proves = Where all of it holds, these totals follow from what payers and payees have signed, and from nothing else.
total-unchecked = What isn’t checked here
total-unchecked-rules = The rest of the rules: whether a key was enrolled rightly, had the role or was revoked when it signed, thresholds, approvals by a second person, closed periods, clocks. All of them together are too much for a page to load; the command line and every mirror check them.
total-unchecked-figures = The programme’s figures by level and by place, its findings, and how much of what isn’t confirmed is overdue.
total-unchecked-true = Whether what was signed is true: two sides who lie alike are found by banks, recipients and checks on the ground.
total-unchecked-server = Whether this page is honest: it came from the server that it checks. The command line, or a mirror of another house, doesn’t depend on it.

## With the command line

total-elsewhere-about = The program countersign checks every entry against every rule. A copy of your own then has the totals, and they can be compared with this page.
total-elsewhere-mirror = A mirror goes on following the log, and stops with evidence where the log departs from what it has signed.
