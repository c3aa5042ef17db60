# 各命令所说的话，按主题排列。错误和帮助各有自己的文件。
# 失败的说明句末不加句号；如何补救另起一行，加句号。

## The ledger and what is looked for in it

no-ledger-yet = 尚无账本
mend-init = 用 `countersign init` 创立账本。
no-such-programme = 没有名为 { $name } 的项目
mend-programmes = 项目清单：`countersign programme list`
not-a-member = { $name } 不是成员
mend-members = 成员清单：`countersign member list`
no-such-entry = 本账本中没有这个条目
no-entry = 本账本中没有条目 { $identity }
simulated-ledger = 模拟数据：本账本中收款方的签收和支出均为虚构。
sqlite-file-name = { $path }：SQLite 账本的文件名应为 { $name }
mend-sqlite-folder = 请用 --data 指明它所在的文件夹。
name-and-word = { $name }（{ $word }）
at-line = 第 { $line } 行：{ $what }
no-such-member = 没有名为 { $name } 的成员
no-such-file = 没有这个文件
mend-verify = `countersign verify` 可给出更多说明。
ledger-exists = 已有账本
ledger-exists-for-demo = 已有账本：演示数据只能写入空文件夹
mend-other-folder = 请用 --data 指明另一个文件夹。
of-file = { $path }：{ $what }

## What is wanted of a flag

wanted-month = 应为月份，例如 2019-10
wanted-one-of = 应为以下之一：{ $words }
wanted-index-or = 应为条目的位置，或：{ $error }
wanted-source = 应为“标识/分支:金额”，金额以最小货币单位计

## Heads of tables

head-code = 类别
head-at-risk = 涉及金额
head-payer = 付款方
head-payee = 收款方
head-since = 起始日
head-entry = 条目
head-state = 状态
head-member = 成员
head-function = 职能
head-tier = 层级
head-region = 地区
head-title = 名称
head-key = 密钥
head-person = 人员
head-roles = 权限
head-programme = 项目
head-owner = 设立者
head-currency = 货币
head-year = 期间
head-term = 条款
head-value = 内容

## What stands in tables

key-is-active = 有效
key-is-revoked = 已于条目 { $index } 吊销
key-is-compromised = 自条目 { $index } 起视为泄露
programme-is-open = 进行中
programme-is-closed = 已关闭
days-from-to = { $from } 至 { $to }
value-none = 无
value-true = 是
value-false = 否
shown-programme = 项目
shown-title = 名称
shown-owner = 设立者
shown-currency = 货币
shown-exponent = 小数位数
shown-starts = 起始日
shown-ends = 截止日
shown-basis = 口径
shown-payees = 可向谁付款
shown-hop-days = 在途天数上限
shown-idle-days = 留存天数上限
shown-grace-days = 宽限天数
shown-tolerance-ppm = 手续费容许度（百万分之）
shown-thresholds = 须多人签名的金额
shown-closed-through = 已结账至
shown-closed = 已关闭
shown-opened = 设立条目

## What goes on while a bar fills

doing-exporting = 正在导出
doing-loading = 正在载入
doing-rebuilding = 正在重建
doing-sending = 正在发送
doing-signing = 正在签名
doing-signing-and-judging = 正在签名并核对
doing-verifying = 正在核验
doing-writing = 正在写入

## Totals: the terms of the identities, and what is told hop by hop

tallied-appropriated = 拨款
tallied-income = 收入
tallied-held = 结存
tallied-in-transit = 在途
tallied-missing = 缺失
tallied-spent = 已支出
tallied-charged = 手续费
tallied-left = 已离开项目
tallied-written-off = 已核销
tallied-sent = 已拨出
tallied-taken-back = 已收回
tallied-meant = 拨给此处
tallied-received = 已签收
tallied-recovered = 已追回

## Findings, and the chain of an entry

findings-told = 共 { $count } 件待核事项
finding-is-open = 未结
finding-is-closed = { $day } 已结
trace-from = 来自
trace-this = 本条
trace-to = 去向
trace-left-out = 另有 { $count } 条未列出
trace-received = 已签收 { $received }
trace-received-missing = 已签收 { $received }，缺失 { $open }
trace-received-in-transit = 已签收 { $received }，在途 { $open }

## Questions

ask-passphrase = 密钥文件的密码：
ask-pin = 令牌的 PIN 码：
ask-new-passphrase = 为新密钥文件设定密码：
ask-passphrase-again = 请再次输入密码：
ask-sign-and-send = 是否签名并发送？
ask-sign-all = 是否全部签名？
ask-yes-or-no = [y/N]
# What is typed for yes, in small letters, with spaces between.
ask-yes-is = y yes 是
no-terminal-to-ask = 没有终端可供询问是否签名
mend-no-terminal-to-ask = 请先用 --dry-run 阅读内容，再用 --yes 签名。
nothing-signed = 未签名

## Sending entries

refused = 被拒绝：{ $why }
refused-note = 这是文件中的第 { $number } 份签名文本，标识 { $identity }。
entry-recorded = 条目 { $index } 已入账：{ $identity }
entry-stood-there = 条目 { $index } 早已入账：{ $identity }
submitted = 新入账 { $recorded } 条，早已入账 { $before } 条
no-answer = 没有收到答复：请重新发送
answer-unreadable = 无法读懂服务器的答复：{ $name }：{ $error }
mend-and-again = 请排除原因后再次执行同一命令：已入账的不会重复记入。
mend-address = 请检查地址，以及该地址上的服务是否在运行。
line-too-long = 第 { $line } 行超过 { $bytes } 字节：签名文本没有这么长的行
no-note-begins = 第 { $line } 行：此处不是签名文本的开头：{ $error }
note-too-long = 太长
entry-unwritten = 无法写成条目：{ $error }
too-many-keys = 签名的密钥多于一个条目可有的签名者

## Verifying

verified-nothing = 没有可核验的内容：连账本创立条目也没有。
verified-store = { $ledger }：共 { $count } 个条目，每个签名和每条规则均成立（用时 { $seconds } 秒，每秒 { $rate } 个条目）。
tallies-without-store = 已重新加总 { $count } 项汇总；没有数据库可供比对。
tallies-as-stored = 已重新加总 { $count } 项汇总，与数据库中的一致。
sums-differ = 有 { $count } 项公开合计不一致，可用 `countersign rebuild` 重新生成：
verified-log = { $log }：共 { $count } 个条目，均在日志密钥所签的树中；每个签名和每条规则均成立（用时 { $seconds } 秒，每秒 { $rate } 个条目）。
verified-root = 根为 { $root }。
tallies-added-up = 已重新加总 { $count } 项汇总。
tally-of-nothing = 数据库中有一项名为 `{ $of }` 的汇总，没有对应的对象
no-policy-given = 没有给出策略，因此未核验任何见证方的会签。
witnesses-seen = 策略所列 { $of } 个见证方中有 { $seen } 个会签，已达到法定数。
witness-at = { $name }，{ $time }
log-key-given = 日志公钥由您给出：{ $key }
log-key-of-policy = 日志公钥来自策略：{ $key }
log-key-on-first-use = 首次使用，日志公钥取自{ $place }：{ $key }
place-first-entry = 日志的第一个条目
log-key-compare = 请与从别处得到的公钥比对，并用 --vkey 给出。
log-key-unknown = 不知道日志 { $log } 的公钥
mend-log-key = 请用 --vkey 给出公钥，或用 --policy 给出列有该公钥的策略。
key-expected = { $place }：应为 { $error }
checkpoint-remembered = 本检查点已记在 { $path }：日志若退回到它之前，将被拒绝。
checkpoint-not-remembered = 未作任何记录：日志以后若倒退，将无从发觉。
mend-memory = 请修复该文件，或加 --no-remember 查看：此时不以先前所见核对日志。
entries-missing = 现有 { $count } 个条目，检查点有 { $size } 个（entries-missing）
root-differs = 前 { $size } 个条目的根为 { $root }，检查点所列为 { $named }（root-differs）
begins-as-checkpoint = 前 { $size } 个条目与 { $log } 的检查点一致。
receipt-needs-log = 回执须与日志核对
mend-receipt-needs-log = 请用 --log URL 或 --tiles DIR 指明日志。

## One paper: a proof of a place, or evidence

proof-stands = 本条目（{ $kind }，{ $identity }）是日志 { $log } 的第 { $index } 号条目。
proof-checked = 已核验：
proof-checked-path = 其字节经 { $hashes } 个哈希值通向一棵共 { $size } 个条目的树的根；
proof-checked-key = 日志密钥签署了这个根：{ $key }
proof-no-policy = 没有给出策略，因此未核验任何见证方的会签。
proof-replayed = 已重放日志：条目自身的签名成立，规则在该位置接收它。
proof-not-checked = 未核验：条目自身的签名，因为签名者的密钥在更早的条目中；请用 --log URL 或 --tiles DIR 核验。
proof-proves = 这证明：保管日志的一方已把条目放在该处，在只有一份历史的前提下，既不能收回，也不能向他人出示没有该条目的日志。这不证明：条目所说属实。
proof-without-entry = 证明中不含条目
mend-proof-without-entry = 请用 --note FILE 指明条目。
proof-leads-but-no-key = 路径从条目通向检查点中的根，但不知道日志 { $log } 的公钥，无法核验由谁签署
mend-proof-key = 请用 --vkey 给出公钥，或用 --policy 给出列有该公钥的策略。
paper-refused = { $path }：{ $error }（{ $code }）
body-too-long = 超过 { $bytes } 字节（body-too-long）
entry-differs = 日志的第 { $index } 号条目是另一个条目（entry-differs）
entry-outside-log = 该条目不在日志范围内
evidence-at = 证据：{ $path }
evidence-convinces = 持有日志公钥的任何人都会信服：用 `countersign verify FILE --vkey KEY` 核验。
evidence-both-signed = 两者都有签名。单凭一个旧检查点，只能说明它不是最近的一个。
evidence-of-entry = 日志密钥签署了含有该条目的树；任何人把账本重放到该处，都会得出同样的结果。
evidence-not-saved =
    证据无法保存（{ $why }）：
    { $evidence }
entry-proof-not-saved = 该条目的证明无法保存：{ $why }
evidence-needs-key = 核验证据需要日志的公钥
mend-evidence-needs-key = 请用 --vkey 给出。
evidence-shows-nothing = 该文件不能说明任何问题：{ $error }（evidence-invalid）
contradiction-genesis-differs = 日志 { $log } 签署的树有误：{ $departure }。
contradiction-wrong-leaf = 日志 { $log } 签署说第 { $index } 号条目是 { $said }，又签署说是 { $found }。
contradiction-clock = 日志 { $log } 于 { $answered } 答复说有条目位于 { $index }；而在此之前的第 { $tick } 号条目的时间为 { $time }。
contradiction-two-answers = 日志 { $log } 签署了两份不能同时为真的答复。
contradiction-size-back = 日志 { $log } 接受了位于 { $index } 的条目，后来却签署说共有 { $size } 个条目。
contradiction-late = 日志 { $log } 接受了位于 { $index } 的条目；{ $by } 于 { $time } 看到其检查点只有 { $size } 个条目，已超过 60 秒。
contradiction-refusal-to-replay = 日志 { $log } 在有 { $size } 个条目时以 { $code } 拒绝了 { $identity }。可用 `countersign verify --log URL --receipt FILE --submission FILE` 重新核验。
contradiction-fork = 日志 { $log } 签署了两份历史：前 { $size } 个条目的根，一份为 { $earlier }，另一份为 { $later }。
contradiction-rule-to-replay = 据称，日志 { $log } 的第 { $index } 号条目按规则应以 { $code } 拒绝。可用 `countersign verify --log URL` 重新核验。
contradiction-bad-entry = 日志 { $log } 的第 { $index } 号条目不是条目：{ $error }。

## Answers of a log, held against it; `answer` is the line that the log signed

answer-told = { $path }，答复 { $line }：{ $what }（{ $code }）
answer-kept = { $answer }：确在该处
answer-wrong-leaf = { $answer }：日志在该处是 { $found }
answer-before-clock = { $answer }：日志的第 { $tick } 号条目（账本时钟）比该答复晚 { $seconds } 秒以上
answer-refused-rightly = { $answer }：规则确实如此拒绝
answer-refused-otherwise = { $answer }：按规则应以 { $code } 拒绝
answer-admitted-by-rules = { $answer }：按规则应予接收
answer-not-judged = { $answer }：用 --submission 给出提交内容、且日志达到该长度时方可核验
answer-late = { $answer }：答复后超过 { $seconds } 秒，见证方看到日志只有 { $size } 个条目
answer-awaited = { $answer }：日志目前有 { $size } 个条目；答复后 { $seconds } 秒内该条目必须在其中
answers-contradict = 与 { $other } 不能同时为真

## Founding, the demonstration, copies

founded = 已创立 { $ledger }。
founded-keys = 密钥存放在 { $folder }：请将 recovery.key 离线另行保管，并全部备份。
person-clock-taken = 人员编号 `clock` 由服务器专用：请为 --person 另取编号
origin-too-long = 账本名称太长，无法用作日志密钥的名称：最多 63 字节
demo-entries = { $members } 个成员共 { $entries } 个条目，用时 { $seconds } 秒，每秒 { $rate } 个条目。
demo-deposits = 其中 { $deposits } 笔存款为真实数据，合计 { $amount } PYG；收款方的签收和支出均为模拟。
demo-planted = 预设了 { $count } 处漏洞：{ $file }
demo-see = 查看：countersign serve --data { $folder }
demo-entry-refused = 演示数据的第 { $index } 号条目：{ $error }
not-a-member-of-demo = { $name } 不是演示数据中的成员
backed-up = 已备份 { $count } 个条目，最后一个是 { $last }。
backed-up-empty = 已备份一个没有条目的账本。
restored = 已恢复 { $count } 个条目，最后一个是 { $last }。
restored-empty = 已恢复一个没有条目的账本。
documents-left-out = 以下文件已被改动，未予备份：{ $names }
mend-documents-left-out = 请从更早的备份中恢复；哪一份文件正确，以条目中的摘要为准。
rebuilt = 已将 { $count } 个条目重放到各表（用时 { $seconds } 秒，每秒 { $rate } 个条目）。
entry-is-no-note = 第 { $index } 号条目不是签名文本：{ $error }
log-exported = 截至 { $size } 个条目的日志已写入 { $folder }。
mend-no-checkpoint = `countersign serve` 启动时签署第一个检查点。

## Keys, members, people

key-member = 成员
key-person = 人员
key-id = 密钥编号
key-vkey = 公钥
key-created = 生成时间
key-token = 令牌
neither-file-nor-key-id = { $text }：没有这个文件，也不是密钥编号：{ $error }
recovery-neither-file-nor-key = --recovery：没有这个文件，也不是密钥：{ $error }
key-not-of-log = 这是 { $member } 的密钥，不是日志 { $log } 的
mend-log-key-file = 请用 --checkpoint-key 指明日志的密钥文件。
no-token-library = 密钥在令牌上，而没有指明与令牌通信的程序库
mend-no-token-library = 请用 --pkcs11-module 指明，例如 /usr/lib/softhsm/libsofthsm2.so。
no-key-file = 没有指明用于签名的密钥文件
mend-no-key-file = 请用 --key FILE 指明；`countersign key new` 可生成一个。
mend-key-new = `countersign key new` 可生成密钥。
not-a-proposal = { $identity } 不是提案
key-of-other-member = 有一个密钥文件属于 { $member }，而提案涉及 { $proposed }
device-line = { $id }  密钥 { $key }  { $account }，{ $member }，有效至 { $end }
no-key-waits = 没有编号为 { $id } 的待批密钥
mend-devices = 待批清单：`countersign device list`
no-invitation-waits = 没有编号为 { $id } 的待确认邀请
mend-invitation = 其编号见该成员的人员页面

## Serving, mirroring, witnessing

ledger-served = { $ledger } 的服务地址：http://{ $address }
log-key-made = 已生成日志密钥：{ $path }
log-key-of-genesis-missing = 缺少账本创立条目所列的日志密钥
log-key-missing = 缺少签署 { $checkpoint } 的密钥
mend-log-key-missing = 请放回密钥文件，或用 --checkpoint-key 指明。
mirror-served = { $log } 镜像的服务地址：http://{ $address }
mirror-caught-up = 已有 { $size } 个条目，每一个都正确
log-departed = 日志偏离了应有的行为（{ $code }）：{ $what }
mend-log-departed = 证据为数据文件夹 mirror/evidence 中的 { $evidence }，可用 `{ $check }` 核验。移走 mirror/evidence/departed.json 之前，不再从日志读取任何内容。
mend-stuck = 无法判明是哪一方的过错，也没有采用任何内容：请重试，或改从别处获取。
mend-newer-mirror = 请安装较新的版本，再启动镜像。
mend-vkey = 请用 --vkey 给出日志的公钥。
witness-answers = { $name } 的应答地址：http://{ $address }{ $prefix }/add-checkpoint
prefix-unlike = { $prefix }：前缀以 `/` 开头，由字母、数字、`-`、`.` 和 `_` 组成
mend-witness-memory = 请从该见证方文件夹的备份中放回此文件。没有备份时，须在空文件夹中用新密钥重新开始：遗失记录的见证方不得继续使用旧密钥。
oidc-without-issuer = 指明了 OpenID Connect 的客户端，却没有签发方
mend-oidc-without-issuer = 请用 --oidc-issuer 指明。
mend-oidc-issuer = 请按提供方的写法填写 --oidc-issuer。
mend-oidc-home = 请用 --base-url 指明，例如 https://ledger.example。
mend-oidc-client = 请用 --oidc-client 指明。
mend-oidc-name = 请用 --oidc-name 指明。
mail-without-from = 需要发送邮件，却没有指明发件地址
mend-mail-without-from = 请用 --telling-from 指明。

## Importing rows, signing texts apart

rows-told = 共 { $rows } 行，可接收 { $good } 行：{ $programme }，合计 { $total }（{ $currency }，以最小货币单位计）
rows-of-month = { $rows } 行
# Before a line about a row; at most six columns of a terminal with the space after it.
mark-bad = 有误
mark-look = 注意
and-more-rows = 另有 { $count } 行
row-repeats = 第 { $line } 行与第 { $first } 行重复
rows-imported-before = 有 { $count } 行以前从 { $file } 导入过
rows-cannot-be-taken = 有 { $count } 行无法接收：未发送任何内容
mend-rows = 请在文件中改正，然后重新导入。
rows-would-be-refused = 有 { $count } 行将被拒绝：未发送任何内容
rows-can-be-written = 可写成 { $count } 个条目；未签名，也未发送
rows-are-signed = 将签名 { $count } 个条目，第一个是：
imported = 新入账 { $recorded } 个条目，早已入账 { $before } 个
refused-row = 即编号为 { $reference } 的一行。此前的 { $before } 行已入账：请排除原因后重新导入，或删除 { $path } 后重新签名。
mapping-currency-differs = 映射文件的货币为 { $mapping }，项目的货币为 { $programme }
file-without-rows = 文件中没有数据行
row-receiver = 收款方 `{ $receiver }`：{ $error }
row-amount-out-of-bounds = 金额超出范围
row-date-out-of-bounds = 日期超出范围
account-without-commitment = 账户 `{ $account }` 没有承诺值：请列入 --accounts 的文件
not-a-step = 这是“{ $kind }”条目：请指明划拨或退回
mend-too-scattered = 请分几笔拨付，或用 --source 指明金额较大的资金来源。
texts-wait = { $path } 中有 { $count } 份文本待签名
texts-told = 共 { $count } 份文本：
texts-of-kind = { $kind }：{ $count } 份
texts-digest = 全部文本的摘要：{ $digest }
texts-of-kind-in-all = { $kind }：{ $count } 份，合计 { $sum }（{ $currency }，以最小货币单位计）
texts-first = 第一份是：
texts-signed = 已签名 { $count } 份；其中 { $ready } 份签名齐全，可以提交
no-text-waits = 其中没有待签名的文本
sum-too-large = 金额合计超出可计范围
neither-text-nor-json = 既不是文本，也不是 JSON：{ $error }
neither-text-nor-note = `text` 与 `note` 必须有且只有一个
no-entry-text = 不是条目的文本：{ $error }
not-a-signature-line = `{ $line }` 不是签名行
note-has-all-signatures = 该签名文本的签名已齐全
text-has-all-signatures = 该文本的签名已齐全
more-keys-than-signatures = 编号为 { $reference } 的文本需要 { $count } 个签名，而给出的密钥更多
signed-with-this-key = { $name } 已用此密钥签过编号为 { $reference } 的文本
file-exists = 已有同名文件，不会覆盖
mend-file-exists = 请用 --output 另取文件名。

## How to mend what an error says

mend-store-held = 请停止该进程，或用 --server 地址把条目发送给它。
mend-store-missing = 请用 --data 写明数据文件夹；`countersign init`创立账本，`countersign demo`生成演示账本。
mend-store-read-only = 请检查文件夹的所有者和权限，以及磁盘的挂载方式。
mend-store-disk-full = 请腾出空间，然后重新执行同一命令。
mend-token-module = 请用 --pkcs11-module 写明令牌附带的驱动库。
mend-token-none = 请插入令牌后重试。
mend-token-many = 请在地址中加上 ;serial= 和令牌的序列号。
mend-token-no-key = `countersign key new --token`可在令牌上生成密钥。
mend-token-exists = 对令牌上已有的密钥，`countersign key adopt`可写出其密钥文件。
mend-wrong = 标识 { $identity }，种类 { $kind }。此前的 { $entries } 个条目均正确。
mend-wrong-unread = 种类不明。此前的 { $entries } 个条目均正确。
mend-newer-rules = 请安装较新的版本，然后重新核验。
with-code = { $what }（{ $code }）
