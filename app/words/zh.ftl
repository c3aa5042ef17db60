### Countersign 的简体中文文案。以 en.ftl 为准：消息和占位符必须一一对应。

## The frame of every page

site-name = Countersign
page-title = { $page } – Countersign
skip-link = 跳到正文
nav-label = 主导航
nav-home = 总览
nav-findings = 待核事项
languages-label = 语言
trail-label = 当前位置
notice-label = 关于本账本
notice-simulated = 本账本的签收为模拟数据。
notice-simulated-more = 这些签收由固定种子生成，并非任何人的说法。
notice-kept-by-one = 由一方单独保管：最近的检查点尚无其他方会签。
notice-checked = { $of } 方中有 { $count } 方已核验：{ $names }，{ $time }。
notice-checked-by-too-few = 少于其策略要求的数量。
notice-mirror = 这是镜像副本：由另一方保管，并已自行核验每一个条目。
notice-mirror-more = 核验情况与日志遗漏的提交
notice-departed = 在 { $count } 个条目之后，日志偏离了应有的行为（{ $code }）。本副本到此为止。
notice-evidence = 证据
notice-read-only = 本账本暂不接受新条目，可以照常查阅。
footer-ledger = 账本
footer-time = 账本时间
footer-no-time = 尚未设定
footer-entries = 条目数
footer-rule = 本页每个数字都只来自已签名的条目，并注明是谁的说法。
footer-data = 本页数据（JSON）

## Figures, days, lists

money = { $amount } { $currency }
amount-in-words = （{ $figure }）
amount-in-words-about = （约{ $figure }）
moment = { $day } { $time }（UTC）
list-comma = 、
list-semicolon = ；
sentence-space = {""}

## Home

home-title = 钱在哪里
home-kicker = 公共资金，两头签字
home-empty = 账本里还没有任何条目。
home-sentence = 共有{ $total }投入{ $programmes }个项目。其中{ $spent }已支出，{ $held }由有权支用的成员持有，{ $transit }尚未确认，{ $missing }缺失。
home-sentence-none-missing = 共有{ $total }投入{ $programmes }个项目。其中{ $spent }已支出，{ $held }由有权支用的成员持有，{ $transit }尚未确认。没有缺失。
home-sentence-rest = 其余{ $rest }已离开项目或经核销。
home-facts = 本账本
home-moved = 最近变动
home-never-moved = 从未变动
home-entries = 条目数
home-members = 成员数
home-findings-open = 未结待核事项

## The line: the identity of a programme

line-title = 每一分钱都有去处
line-caption = 来源与去向（{ $currency }）
line-what = 项
line-amount = 金额
line-share = 占比
line-appropriated = 拨款
line-income = 收入：利息和配套资金
line-came-in = 来源合计
line-accounted-for = 去向合计
line-balances = 两边相等，分毫不差。
line-differs = 两边相差{ $difference }。这种情况不应出现，请告知我们。
line-contested = 此外，有收款方称实收比所拨多{ $amount }。这一数额有争议，不计入以上任何合计。
bar-title = { $total }现在在哪里
bar-part = { $what }：{ $amount }

term-spent = 已支出
term-short-spent = 已支出
term-hint-spent = 用于货物、服务和手续费
term-acknowledged = 受益人已领
term-short-acknowledged = 已领
term-hint-acknowledged = 已列入发放名册，并已签收
term-paid-open = 已发放
term-short-paid-open = 已发放
term-hint-paid-open = 已列入发放名册，尚未签收
term-disputed = 受益人有异议
term-short-disputed = 有异议
term-hint-disputed = 已列入发放名册，但未如数收到
term-left = 已离开项目
term-short-left = 已离开
term-hint-left = 上缴，或结转到其他年度
term-held = 结存
term-short-held = 结存
term-hint-held = 已收到，尚未支出或转拨
term-transit = 在途
term-short-transit = 在途
term-hint-transit = 已拨出，答复期限未到
term-unconfirmed = 逾期未确认
term-short-unconfirmed = 未确认
term-hint-unconfirmed = 已拨出，答复已逾期
term-missing = 缺失
term-short-missing = 缺失
term-hint-missing = 已拨出，但收款方称未收到
term-written-off = 已核销
term-short-written-off = 已核销
term-hint-written-off = 经审计员签名

## Programmes

programmes-title = 项目
programme-kicker = 项目
programme-closed = 已关闭
programme-total = 来源合计{ $total }
programme-findings = { $count }件未结待核事项
programme-owner = 设立者
programme-period = 期间
programme-basis = 数字口径
programme-opened = 设立条目
programme-id = 标识
basis-cash = 实际流动的资金
basis-limit = 用款额度，而非资金

tally-title = 按层级、地区和月份
tally-apart = 每一列各自合计，出自各方自己的说法；各列之间从不相加。
tally-data = 汇总数据（JSON）
tally-by-tier = 按层级（{ $currency }）
tally-by-region = 按地区（{ $currency }）
tally-by-month = 按月份（{ $currency }）
tally-tier = 层级
tally-region = 地区
tally-month = 月份
tally-no-region = 未注明地区
tally-allocated = 拨款
tally-sent = 拨给它们
tally-received = 已签收
tally-transit = 未确认
tally-missing = 缺失
tally-standing = 现在那里

members-title = 成员
members-caption = { $count }个成员，金额单位{ $currency }
members-member = 成员
members-tier = 层级
members-region = 地区
members-sent = 拨给它
members-received = 已签收
members-held = 结存
members-findings = 未结待核事项

## Search

search-title = 搜索
search-label = 查找地区、单位或项目
search-hint = 名称或其开头，汉字、拼音或首字母均可；也可输入条目的编号或标识。
search-submit = 搜索
search-found = { $count ->
    [0] 没有找到。
   *[other] 找到{ $count }项。
}
search-more = 可能还有更多，请再加一个词。
search-other = 请只用名称中的一个词、名称的开头，或换一种写法再试。
search-lists = 也可从清单中查找：
search-members = 地区与单位
search-programmes = 找到的项目
search-entries = 条目

## Pictures

picture-left-out = 有{ $count }项金额太小，图中画不出，见下表。
flow-title = 自上而下
flow-picture = { $total }逐级去向
flow-stream = { $level }，{ $what }
flow-caption = 按层级：进入多少，现在在哪里（{ $currency }）
flow-picture-places = { $total }在各地的去向
flow-caption-places = 按地区：已到达、现在何处、尚在途中（{ $currency }）
flow-arrived = 已到达
flow-choices = 资金去向
flow-by-level = 按层级
flow-by-place = 按地区
flow-left-out = 金额太小、图中未画出：{ $amounts }。
flow-together = { $others }：{ $places }。
months-picture = 每月拨出多少，结果如何
months-about = 每月一柱。下表为相同数字。
months-scale = 每两条横线相差{ $amount }。
places-picture = 资金现在各在何地
places-key = 已签收或已支出
places-about = 最大的几处：{ $largest }。
places-others = 其余{ $count }处
places-shortened = 图中名称省略了“{ $words }”。
compare-title = 并列比较
compare-link = 并列比较各地
compare-choices = 比较什么
compare-places = 地区
compare-share = 签收比例
compare-caption = { $of }：共{ $count }行，金额单位{ $currency }
compare-as-of = 截至第{ $count }个条目：成员如此之多时，每分钟重新读取一次。
compare-not-drawn = 成员太多，不绘制份额图。
compare-left-out = 另有{ $count }个成员未列入：超出一次比较的上限。
days-about = 每段天数一柱，高度为用时如此的笔数。下表为相同数字。
paid-picture = 本条目的资金用于何处
paid-about = 上方为资金来源；下方按比例为资金用途。下面的清单为相同数字。

## Members

member-kicker = 成员
member-frozen = 已冻结
member-tier = 层级
member-function = 职能
member-months-apart = 按月份的数字见文件：
member-months-earlier = 更早的{ $count }个月见文件。
member-region = 地区
member-parent = 上级
member-house = 控制方
member-since = 加入条目
member-name = 账本中的名称
member-money = 资金
member-no-money = 没有资金到达或离开该成员。
member-appropriated = 拨款给它
member-income = 自身收入
member-sent-to = 拨给它（付款方的说法）
member-received = 已签收（它自己的说法）
member-to-confirm = 待确认
member-missing = 途中缺失
member-contested = 有争议：签收超过所拨
member-sent-on = 已转拨
member-spent = 已支出
member-left = 已上缴或结转
member-held = 现有结存

steps-title = 收付往来
steps-caption = { $count }笔，最近的在前
steps-day = 日期
steps-between = 往来方
steps-from = 来自{ $party }
steps-to = 拨给{ $party }
steps-sent = 拨出
steps-received = 签收
steps-state = 状态

flows-title = 从谁来，到谁去
flows-payers = 谁拨给它
flows-payees = 它拨给谁
flows-caption = { $what }（{ $currency }）
flows-party = 成员
flows-programme = 项目
flows-sent = 拨出
flows-received = 签收
flows-steps = 笔数
flows-transit = 未确认
flows-missing = 缺失
flows-contested = 有争议
flows-back = 已收回
flows-data = 全部数据（JSON）
flows-more = 共{ $total }行，显示前{ $shown }行。

hops-title = 每一环节的天数
hops-about = 从付款方所说的拨出日到收款方最近一次签收日。尚未签收任何款项的不计入。
hops-caption = { $programme }：允许{ $days }天
hops-what = 天数
hops-own = 该成员
hops-peers = 同层级全部成员
hops-by-tier = 按收款方层级
hops-slowest = 点击层级可按天数列出其成员，最慢的在前。
hops-average = 平均天数
hops-steps = 已签收笔数
hops-range = { $from }至{ $to }天
hops-beyond = 超过{ $days }天

children-title = 下级成员
children-more = 共{ $total }个，显示前{ $shown }个。项目页列出全部。

keys-title = 谁可以签名
keys-caption = 该成员的密钥
keys-about = 每把密钥属于一个人，此处以不透露身份的编号表示。密钥的效力以账本中的位置为准：失效前签过的仍然有效。
keys-person = 人员
keys-key = 密钥
keys-roles = 权限
keys-valid = 有效期
keys-since = 自第{ $since }条起
keys-until = 第{ $since }条至第{ $until }条
key-compromised = 已报告泄露
role-administer = 管理密钥
role-audit = 审计
role-clock = 维护时钟
role-confirm = 签收
role-pay = 付款
keys-no-role = 无权限

## How a step stands

state-in-transit = 在途
state-unconfirmed = 逾期未确认
state-partly = 部分签收
state-received = 已签收
state-short = 少收
state-denied = 未收到
state-over = 多收
state-taken-back = 已收回
state-settled = 已了结

## Entries

entry-named = { $kind } { $reference }
entry-kicker = 第{ $index }条
entry-sentence-received = { $occurred }，{ $from }向{ $to }拨出{ $sent }。收款方{ $days ->
    [0] 当天
   *[other] { $days }天后
}签收{ $received }。
entry-sentence-received-undated = { $occurred }，{ $from }向{ $to }拨出{ $sent }。收款方签收{ $received }。
entry-sentence-sent = { $occurred }，{ $from }向{ $to }拨出{ $sent }。收款方尚未签收。
entry-author = 签名方
entry-programme = 项目
entry-purpose = 用途
entry-time = 签名时间
entry-ledger-time = 账本时间
entry-index = 账本中的位置
entry-findings = 与此有关的待核事项
step-title = 双方怎么说
step-sum = 这笔钱的去向
step-sent = 拨出
step-received = 签收
step-taken-back = 收回
step-charged = 途中手续费
step-recovered = 追回
step-written-off = 核销
step-open = 尚无交代
step-missing = 缺失
step-contested = 收款方称实收比所拨多{ $amount }。这一数额有争议，不计入以上合计。
event-sent = { $party }拨出{ $amount }。
event-received-part = { $party }签收{ $amount }，可能还有后续。
event-received-final = { $party }签收{ $amount }，此为全部。
event-denied = { $party }称分文未收。
event-corrected = { $party }更正签收，减去{ $amount }。
event-bounced = 银行将{ $amount }退回{ $party }。
event-reversed = { $party }收回{ $amount }。
event-charged = { $party }报告手续费{ $amount }。
event-recovered = { $party }追回{ $amount }。
event-written-off = { $party }核销{ $amount }。
event-covered = { $party }补足有争议的{ $amount }。
event-open = { $amount }等待收款方答复。
event-open-due = { $amount }等待收款方答复，期限为{ $due }。
event-missing = { $amount }缺失：已拨出，而收款方的最后答复是没有收到。
event-signed = 签名于{ $time }
event-signer = 人员{ $person }，密钥{ $key }
event-this = 本条目
event-entry = 查看条目
signatures-title = 签名
fields-title = 条目内容
drawn-amount = { $entry }：{ $amount }
chain-title = 钱从哪里来，用到哪里去
chain-here = 本条目
chain-between = { $from }向{ $to }，{ $amount }
chain-to = 给{ $to }，{ $amount }
chain-by = { $from }，{ $amount }
chain-left-out = 另有{ $count }个条目未显示。
related-title = 关于本条目的其他条目
note-title = 签名原文
note-about = 以下是签名所覆盖的原始字节，签名附在其后。
note-label = 签名原文
note-identity = 标识（原文的 SHA3-256）：
note-proof = 记录与证明（单个文件，.tlog-proof）

## Kinds of entries

kind-genesis = 账本创立
kind-member-propose = 成员提名
kind-member-vote = 成员表决
kind-member-activate = 成员加入
kind-member-amend = 成员变更
kind-key-rotate = 密钥更换
kind-key-revoke = 密钥吊销
kind-key-compromised = 密钥泄露报告
kind-programme-open = 项目设立
kind-programme-amend = 项目变更
kind-programme-close = 项目关闭
kind-rules-activate = 规则变更
kind-tick = 账本时钟
kind-appropriation = 拨款
kind-income = 收入
kind-transfer = 划拨
kind-receipt = 签收
kind-receipt-correct = 签收更正
kind-return = 退回
kind-bounce = 银行退汇
kind-reversal = 冲回
kind-charge = 手续费
kind-expense = 支出
kind-expense-refund = 支出退款
kind-surrender = 上缴
kind-carry-over = 结转
kind-recovery = 追回
kind-write-off = 核销
kind-freeze = 冻结
kind-unfreeze = 解冻
kind-endorse = 追加签名

## Fields of entries

field-ledger = 账本
field-origin = 账本名称
field-programme = 项目
field-into-programme = 转入项目
field-by = 经办方
field-from = 付款方
field-to = 收款方
field-member = 成员
field-title = 名称
field-function = 职能
field-tier = 层级
field-parent = 上级
field-region = 地区
field-house = 控制方
field-voting = 有表决权
field-account = 账户
field-drop-account = 移除的账户
field-key = 密钥
field-key-id = 密钥
field-replaces = 被替换的密钥
field-recovery = 恢复密钥
field-log = 日志密钥
field-continues = 接续的日志
field-person = 人员
field-proposal = 提案
field-vote = 表决
field-version = 规则版本
field-entry = 条目
field-step = 收付
field-source = 资金来源
field-into = 计入
field-root = 拨款
field-covers = 补足
field-paid-through = 代付方
field-direction = 方向
field-amount = 金额
field-withdraw = 撤回金额
field-currency = 币种
field-exponent = 小数位数
field-occurred = 发生日期
field-starts = 开始
field-ends = 结束
field-due = 答复期限
field-final = 最后答复
field-late = 补记
field-purpose = 用途
field-reason = 理由
field-attach = 附件
field-since = 自该条起
field-offset = 当地时差
field-basis = 口径
field-payees = 可向谁付款
field-budget = 预算
field-hop-days = 在途天数上限
field-idle-days = 留存天数上限
field-grace-days = 宽限天数
field-tolerance = 手续费容许度（百万分之）
field-threshold = 须多人签名的金额
field-disclosure = 公开规则
field-closed-through = 结账至
field-ref = 编号
field-time = 签名时间
field-signers = 签名数

## Words that fields of entries may hold

value-yes = 是
value-no = 否
value-any = 任何成员
value-tree = 仅限直接下级
value-supplement = 追加
value-cut = 削减
entry-key = 人员{ $person }：可{ $roles }
value-threshold = { $amount }起，{ $count }人

## Findings: neutral words, this case's numbers

findings-title = 待核事项
findings-about = 对同一笔钱，双方说法不一致，或缺少一方的说法，即为待核事项。它不说明原因。
findings-none = 没有未结的待核事项。
findings-none-here = 没有符合条件的待核事项。
findings-all-open = 查看全部{ $count }件未结待核事项
findings-found = { $count ->
    [0] 没有待核事项。
   *[other] 共{ $count }件待核事项。
}
findings-at-risk = 涉及金额{ $amount }。
finding-receipt-overdue = 签收逾期
finding-receipt-short = 少收
finding-receipt-over = 多收
finding-receipt-denied = 未收到
finding-receipt-contested = 签收有争议
finding-idle-balance = 资金滞留
finding-late-hop = 在途过久
finding-possible-duplicate = 可能重复
finding-about = （{ $party }）
finding-between = { $payer } → { $payee }
finding-says-receipt-overdue = 拨出{ $sent }，至今签收{ $received }，未确认{ $amount }。
finding-says-receipt-short = 拨出{ $sent }，签收{ $received }，相差{ $amount }。
finding-says-receipt-over = 拨出{ $sent }，收款方称收到{ $received }，多出{ $amount }。
finding-says-receipt-denied = 拨出{ $sent }，收款方称分文未收，相差{ $amount }。
finding-says-receipt-contested = 拨出{ $sent }后又收回；收款方称收到{ $received }，争议金额{ $amount }。
finding-says-idle-balance = { $amount }已留存{ $days }天，项目规定不超过{ $allowed }天。
finding-says-late-hop = { $sent }在途{ $days }天，项目规定不超过{ $allowed }天。
finding-says-possible-duplicate = { $days ->
    [0] 同一天内
   *[other] { $days }天内
}两次拨付{ $amount }：往来方、账户和项目均相同。
finding-due = 答复期限{ $due }。
finding-due-since = 答复期限为{ $due }，已过{ $days }天。
finding-closed = 已办结
finding-opened = { $opened }起，截至{ $asof }
finding-opened-closed = { $opened }至{ $closed }
severity-note = 提示
severity-warning = 注意
severity-serious = 严重
filter-code = 事项
filter-any-code = 全部事项
filter-programme = 项目
filter-any-programme = 全部项目
filter-member = 成员（账本中的名称）
filter-state = 状态
filter-open = 未结
filter-closed = 已办结
filter-all = 未结和已办结
filter-submit = 显示
filter-clear = 清除条件

## Pages of a list

paging-label = 分页
paging-previous = 上一页
paging-next = 下一页
paging-here = 第{ $page }页，共{ $pages }页

## When a page can't be shown

not-found-title = 找不到页面
not-found-lead = 这个地址没有内容。
not-found-check = 请检查地址。账本中的条目永不消失，指向条目的链接一直有效。
problem-title = 未能完成
problem-lead = 无法按原样处理这个请求。
problem-field = 网址中的{ $field }应为{ $wanted }。
wanted-page = 从1起的整数
wanted-programme = 项目名称
wanted-member = 成员名称
wanted-tier = 层级（0至255）
wanted-code = 待核事项的代码
wanted-state = open、closed或all
wanted-severity = note、warning或serious
wanted-compared = regions或层级
wanted-column = 表格列的名称
wanted-order = turned，或省略
wanted-flow = level或region
problem-unchanged = 账本没有变化。
problem-code = 代码：
problem-home = 前往总览
problem-findings = 查看待核事项
busy-title = 账本正忙
busy-lead = 等待处理的条目超过了目前的接收能力。
busy-retry = 请在{ $seconds }秒后重试。
too-many-title = 尝试次数过多
too-many-lead = 短时间内来自您所在网络的尝试过多。任何账号都不会因此被锁定，请稍候再继续。
failure-title = 出错了
failure-lead = 我们没能生成这个页面。这是我们的问题，与您无关。
failure-safe = 已签名的内容是安全的：页面由账本生成，从不改变账本。
failure-request = 本次请求的编号：

## Levels and functions of members

tier-nation = 国家级
tier-numbered = 第{ $number }级
function-auditor = 审计机构
function-bank = 银行
function-finance = 财政部门
function-office = 经办机构
function-operator = 账本运营方

## Refusals: `refusal-` and the ledger's code for it, in words for whoever was refused

refusal-malformed = 文本不符合条目格式。
refusal-kind-unknown = 本账本不认识这种条目。
refusal-version-unknown = 本账本不认识这个格式版本。
refusal-note-too-long = 文本过长。
refusal-signature-lines = 签名行与条目所述不符，或顺序不对。
refusal-signature-invalid = 有签名与文本不符。
refusal-already-admitted = 该条目此前已入账，无须再做任何事。
refusal-genesis-missing = 账本尚未创立。
refusal-genesis-exists = 账本此前已创立。
refusal-ledger-differs = 该条目属于另一个账本。
refusal-ref-reused = 该编号已用于内容不同的条目。
refusal-member-unknown = 条目中有一方不是成员。
refusal-key-unknown = 签名所用的密钥未在该成员名下登记。
refusal-key-revoked = 签名所用的密钥已被吊销。
refusal-signer-foreign = 签名的成员与该条目无关。
refusal-role-missing = 签名的密钥无权签署此类条目。
refusal-self-approval = 新密钥需要另一人或恢复密钥的签名。
refusal-possession-unproven = 新密钥本身也必须签名。
refusal-function-differs = 该成员无权这样做。
refusal-auditor-is-party = 审计方不得核销自己是付款方或收款方的步骤。
refusal-time-ahead = 签名时间超前账本时钟太多。
refusal-clock-back = 账本时钟不能倒退。
refusal-programme-unknown = 没有这个名称的项目。
refusal-programme-exists = 已有同名项目。
refusal-programme-foreign = 只有项目设立者才能这样做。
refusal-currency-differs = 币种与项目不符。
refusal-programme-closed = 项目已不接受此类条目。
refusal-year-not-ended = 项目年度结束后才能结转。
refusal-member-frozen = 该成员已被冻结，不能付出款项。
refusal-occurred-ahead = 发生日期晚于签名日期。
refusal-due-before-occurred = 答复期限早于资金流动的日期。
refusal-period-closed = 该日账目已结：请标为补记，并由两人签名。
refusal-signers-too-few = 签名的人数不足。
refusal-cited-unknown = 所引条目不在本账本中。
refusal-node-unknown = 所引资金来源不在本账本中。
refusal-time-before-cited = 该条目的签名早于其所引条目。
refusal-cited-differs = 往来方或项目与所引条目不符。
refusal-node-foreign = 这笔钱由另一成员持有。
refusal-leg-foreign = 退回的款项只能退给原付款方。
refusal-sources-differ = 各来源之和不等于金额。
refusal-account-unknown = 该账户不属于收款方。
refusal-payee-outside-tree = 该项目只允许向直接下级付款。
refusal-payee-is-payer = 成员不能付款给自己。
refusal-paid-through-cash = 只有按额度管理的项目才能由国库代付。
refusal-root-and-direction = 追加或削减须注明所属拨款和方向；新拨款则两者都不填。
refusal-nothing-said = 条目没有内容：金额为零的签收须为最后答复，更正须有所更正。
refusal-beyond-contested = 金额超过有争议的数额。
refusal-beyond-node = 金额超过来源的结存。
refusal-beyond-open = 金额超过这笔收付尚未了结的数额。
refusal-beyond-received = 金额超过所收款项的余额。
refusal-beyond-missing = 金额超过缺失的数额。
refusal-beyond-spent = 金额超过已支出的数额。
refusal-beyond-appropriated = 金额超过拨款数额。
refusal-beyond-tolerance = 手续费超过项目所允许的数额。
refusal-already-received = 这笔收付已部分签收：只能收回尚未了结的部分。
refusal-payee-not-heard = 须先听取收款方：其签名、其称未收到，或期限届满。
refusal-already-carried = 这笔钱此前已结转。
refusal-limit-exceeded = 项目的累计流转额将超出上限。
refusal-member-exists = 已有同名成员。
refusal-parent-not-above = 上级须处于该成员之上的层级。
refusal-proposal-differs = 条目与提案不符。
refusal-proposal-settled = 该提案此前已执行。
refusal-votes-missing = 赞成的控制方不足。
refusal-vote-void = 该控制方已表决，或没有表决权。
refusal-houses-too-many = 有表决权的控制方已达上限。
refusal-key-id-taken = 该名下已有相同短编号的密钥。
refusal-key-is-logs = 日志的密钥不能归成员所有。
refusal-role-unfilled = 必需的权限将无人担任。
refusal-account-list = 要添加的账户已存在、要移除的账户不存在，或账户过多。
refusal-no-change = 该条目没有改变任何内容。
refusal-rules-unknown = 本软件不认识该规则版本。
refusal-terms-contradict = 项目的日期或门槛相互矛盾。

## Taking it away

terms-these = 词语说明：
take-these = 下载：
take-ledger = 下载整部账本：每个条目均为签名原文（JSON Lines，可用“countersign verify”核验）
take-steps = 本项目的每一笔拨付（CSV）
take-package = 财政数据包（Fiscal Data Package，ZIP）
# XLSX only: the page's inset says the format and the most rows that it takes.
refusal-too-many-rows = 列表的行数超过该文件格式的上限。CSV、JSON和Parquet不限行数。
feed-step = { $state }。{ $day }拨出{ $sent }，已签收{ $received }。

## The API's documentation

api-title = 数据接口（API）
api-lead = 这些页面上的一切都可由程序读取，无需密钥，无需注册。本页由接口自身的描述生成（英文）。
api-machine = 供程序使用的同一描述：OpenAPI（JSON）
api-answers = 应答
api-schemas = 应答的组成

## 附件。
documents-title = 附件
documents-held = 有 { $count } 份附件存于账本之外。其摘要已在此签署，持有文件者可自行核对。
documents-open = 以付款方、收款方或审计人员身份登录后打开
document-jpeg = 照片（JPEG）
document-png = 图片（PNG）
document-webp = 图片（WebP）
document-pdf = PDF
document-is = { $kind }，{ $size } kB
document-digest = 摘要
