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

## What is wanted of a flag

wanted-month = 应为月份，例如 2019-10
wanted-one-of = 应为以下之一：{ $words }
wanted-index-or = 应为条目的位置，或：{ $error }

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

refused = 被拒绝：{ $title }（{ $code }）
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

## Verifying

verified-nothing = 没有可核验的内容：连账本创立条目也没有。
verified-store = { $ledger }：共 { $count } 个条目，每个签名和每条规则均成立（用时 { $seconds } 秒，每秒 { $rate } 个条目）。
tallies-without-store = 已重新加总 { $count } 项汇总；没有数据库可供比对。
tallies-as-stored = 已重新加总 { $count } 项汇总，与数据库中的一致。
sums-differ = 有 { $count } 项公开合计不一致，可用 `countersign rebuild` 重新生成：
# What the commands say, by topic. Errors and help have files of their own.

## How to mend what an error says

mend-store-held = 请停止该进程，或用 --server 地址把条目发送给它。
mend-store-missing = 请用 --data 写明数据文件夹；“countersign init”创立账本，“countersign demo”生成演示账本。
mend-store-read-only = 请检查文件夹的所有者和权限，以及磁盘的挂载方式。
mend-store-disk-full = 请腾出空间，然后重新执行同一命令。
mend-token-module = 请用 --pkcs11-module 写明令牌附带的驱动库。
mend-token-none = 请插入令牌后重试。
mend-token-many = 请在地址中加上 ;serial= 和令牌的序列号。
mend-token-no-key = “countersign key new --token”可在令牌上生成密钥。
mend-token-exists = 对令牌上已有的密钥，“countersign key adopt”可写出其密钥文件。
mend-wrong = 标识 { $identity }，种类 { $kind }。此前的 { $entries } 个条目均正确。
mend-wrong-unread = 种类不明。此前的 { $entries } 个条目均正确。
mend-newer-rules = 请安装更新的版本，然后重新核验。
with-code = { $what }（{ $code }）
