### 关于账本本身的文案。以 en-about.ftl 为准：消息和占位符必须一一对应。

footer-about = 关于本账本

## Who keeps these books

books-title = 账本由谁保管
books-lead = 没有谁能独自做主。成员为自己拨出和收到的钱签名，控制方表决谁能成为成员，运营方负责排定先后。
books-operator = 运营方
books-operator-is = 本服务器由{ $operator }运行，现行规则为第{ $rules }版。
books-operator-does = 它做什么
books-operator-orders = 接收成员签名的条目，并排定先后。
books-operator-clock = 为账本时钟签名，答复是否逾期以此为准。
books-operator-refuses = 拒绝违反规则的条目，并说明违反哪一条。
books-operator-shows = 用条目生成这些页面。
books-operator-cannot = 它做不到什么
books-operator-not-sign = 使用人员的密钥签名：密钥由本人保管。成员可以委托本服务器保管一把专用密钥；凡由它签名的，各页面都注明“通过服务器签收”。
books-operator-not-change = 更改或删除条目：每个签名和其后的每个条目都会使改动暴露。
books-operator-not-receipt = 因金额而拒绝签收：收款方说收到多少，一律照收入账。
books-operator-not-member = 独自决定谁能成为成员：须由各控制方表决。
books-operator-could = 目前还没有人能发现的事
books-operator-withhold = 它可能漏掉某个条目，或让两位读者看到两个不同的账本。成员各自保存的副本和见证方的签名就是为了使这种情况暴露。在其他方的见证方会签之前，每个页面顶部都会注明。
books-houses = 控制方及其表决权
books-houses-about = 控制方是掌握成员的一方。无论掌握多少成员，每个控制方只有一票。{ $count ->
    [0] 目前没有控制方享有表决权。
   *[other] 共有{ $count }个控制方享有表决权。
}
books-houses-caption = 有表决权的控制方
books-house = 控制方
books-house-members = 所掌握的有表决权成员数
books-house-own = 自身
books-members-about = 每个成员用自己人员的密钥签名。人员在此只是一个编号，账本不知道姓名。密钥自登记条目起生效，到吊销条目为止。
books-members-caption = 共{ $count }个成员及其密钥，上级在前
books-keys = 密钥
books-key = 人员{ $person }，密钥{ $key }：{ $roles }；{ $valid }
books-key-recovery = 恢复密钥{ $key }；{ $valid }
books-keys-more = 另有{ $count }把，见其页面
books-proposals = 提名与表决
books-proposals-about = 成员的加入或变更，要经过提名、控制方表决和执行三个步骤，各有条目为证。
books-proposals-none = 尚无提名。
books-proposals-caption = 最近的提名
books-proposal = 被提名者
books-proposal-yes = 赞成
books-proposal-no = 反对
books-proposal-settled = 已由第{ $index }条执行
books-proposal-waits = 尚未执行
books-nobody = 无

## One finding

finding-kicker = 待核事项
finding-at-risk = 涉及金额
finding-opened-at = 提出时间
finding-closed-at = 办结时间
finding-as-of = 截至账本时间
finding-at-by = { $time }，依据{ $entry }
finding-formula = 计算方法与本案数字
finding-formula-receipt-overdue = 答复期限已过，所拨款项中仍有一部分既未签收，也没有其他交代。
finding-formula-receipt-short = 收款方的最后答复是收到了一部分，但少于所拨。
finding-formula-receipt-over = 收款方称收到的比所拨的多。
finding-formula-receipt-denied = 收款方的最后答复是分文未收。
finding-formula-receipt-contested = 付款方称已将款项收回，收款方称已经收到。
finding-formula-idle-balance = 资金未动的天数超过项目规定。
finding-formula-late-hop = 资金从付款方到收款方所用的天数超过项目规定。
finding-formula-possible-duplicate = 14天之内有两笔拨付，付款方、收款方、账户、项目和金额都相同。
finding-less-received = 减：签收
finding-less-back = 减：收回
finding-less-charged = 减：途中手续费
finding-less-recovered = 减：追回
finding-less-written-off = 减：核销
finding-difference = 相差
finding-received-said = 签收（收款方的说法）
finding-less-sent = 减：拨出
finding-plus-back = 加：收回（付款方的说法）
finding-beyond = 签收超过所拨
finding-day-due = 答复期限
finding-day-as-of = 截至
finding-day-moved = 最近变动
finding-day-sent = 拨出日期（付款方的说法）
finding-day-received = 签收日期（收款方的说法）
finding-day-paid = 首次拨付
finding-day-paid-again = 再次拨付
finding-day-count = 相隔天数
finding-day-allowed = 规定天数
finding-proof = 作为依据的条目
finding-proof-about = 每个条目都由说这句话的一方签名。此处保留最早的和最近的条目。
finding-proof-tick = 账本时钟已过期限。
finding-others = 同一条目的其他待核事项
finding-meaning = 这一事项的含义
finding-neutral = 待核事项只说明双方说法不一致，或缺少一方的说法；它不说明原因，也不指责任何人。
finding-closes-receipt-overdue = 收款方作出最后答复，或已无未了结的款项时，即告办结。
finding-closes-receipt-short = 不再有缺失时即告办结。仅凭付款方的说法不能办结。
finding-closes-receipt-over = 收款方撤回多出的部分，或付款方予以补足时，即告办结。
finding-closes-receipt-denied = 不再有缺失时即告办结。仅凭付款方的说法不能办结。
finding-closes-receipt-contested = 不再有争议时即告办结。
finding-closes-idle-balance = 资金变动时即告办结。
finding-closes-late-hop = 它一直保留：已用的天数不会改变。
finding-closes-possible-duplicate = 后一笔拨付收回时即告办结。
filter-severity = 轻重
filter-any-severity = 不限轻重
filter-any-place = 全部地区

## Glossary

glossary-title = 词语说明
glossary-lead = 本站用语的含义。每个词语都有自己的链接地址。
glossary-part-who = 各方
glossary-part-what = 账本
glossary-part-moves = 资金变动的条目
glossary-part-where = 钱在哪里
glossary-member = 成员
glossary-is-member = 账本中的一个机构，有名称、层级、上级、密钥和控制方。
glossary-office = 经办机构
glossary-is-office = 收款、签收，并将款项支出或转拨的成员。
glossary-person = 人员
glossary-is-person = 持有成员密钥的人。账本只知道其编号。
glossary-house = 控制方
glossary-is-house = 掌握成员的一方。表决以控制方计数，掌握十个成员的一方也只有一票。
glossary-level = 层级
glossary-is-level = 成员在国家级以下的位置：部委、省、市县、乡镇。
glossary-payer = 付款方
glossary-is-payer = 一笔收付中拨出款项的一方。
glossary-payee = 收款方
glossary-is-payee = 一笔收付中应收到款项的一方。
glossary-operator = 运营方
glossary-is-operator = 运行服务器的一方。它排定条目的先后、推进时钟，但不能更改他人签过的内容。
glossary-auditor = 审计机构
glossary-is-auditor = 复核账本，并为核销和冻结签名的成员。
glossary-witness = 见证方
glossary-is-witness = 属于其他控制方、为账本的状态会签的一方，使所有读者看到同一个账本。
glossary-mirror = 镜像
glossary-is-mirror = 账本的完整副本，自行核对每个签名和每条规则。
glossary-recipient = 受益人
glossary-is-recipient = 款项最终要给到的个人或家庭。
glossary-ledger = 账本
glossary-is-ledger = 自创立以来全部条目的有序清单。
glossary-entry = 条目
glossary-is-entry = 一份经过签名的陈述：一段看得懂的文字，下面附有签名。条目从不删除。
glossary-note = 签名文本
glossary-is-note = 条目的形式：文字、空行、签名。
glossary-signature = 签名
glossary-is-signature = 表明持有密钥的人认可的正是这段文字，但不表明文字属实。
glossary-server = 通过服务器签收
glossary-is-server = 由服务器保管的成员密钥在第二重验证后给出的签名。是否由该成员的人员发出，以运营方的说法为准；自持密钥则不然。
glossary-identity = 条目标识
glossary-is-identity = 由文字计算出的64位编号。文字不同，编号就不同。
glossary-index = 账本中的位置
glossary-is-index = 此前有多少个条目。效力以位置为准，而不看钟表。
glossary-reference = 编号
glossary-is-reference = 签名方自己为条目编的号，只用一次，因此重新签名的款项不会重复拨付。
glossary-ledger-time = 账本时间
glossary-is-ledger-time = 账本时钟最近一次走动的时间。是否逾期以此为准。
glossary-programme = 项目
glossary-is-programme = 一项用途，有自己的币种、年度和规则，资金单独平衡。
glossary-finding = 待核事项
glossary-is-finding = 公布的不一致之处，附有计算方法和作为依据的条目。可以答复和办结，但从不删除。
glossary-tally = 汇总
glossary-is-tally = 仅由条目得出的公开合计。
glossary-refusal = 拒绝
glossary-is-refusal = 条目未获接收的原因。账本保持不变。
glossary-appropriation = 拨款
glossary-is-appropriation = 按用途和期间授予的支用权，可以追加或削减。
glossary-income = 收入
glossary-is-income = 其他来源的资金：利息、配套资金。
glossary-transfer = 划拨
glossary-is-transfer = 付款方说明已向另一成员拨出款项。
glossary-receipt = 签收
glossary-is-receipt = 收款方就一笔划拨说明收到多少，从不因金额而被拒绝。
glossary-denial = 未收到
glossary-is-denial = 金额为零的最后答复：分文未收。
glossary-correction = 签收更正
glossary-is-correction = 收款方事后说明，实收少于原先所说。
glossary-covering = 补足划拨
glossary-is-covering = 补上收款方超过所拨而收到的部分。
glossary-return = 退回
glossary-is-return = 未用完的款项原路退回上级。
glossary-bounce = 银行退汇
glossary-is-bounce = 银行将所拨款项部分或全部退给付款方。
glossary-reversal = 冲回
glossary-is-reversal = 经收款方同意或宽限期满后，收回整笔划拨。
glossary-charge = 手续费
glossary-is-charge = 银行在途中扣下的、项目允许范围内的费用。
glossary-expense = 支出
glossary-is-expense = 为项目用途花掉的钱。
glossary-surrender = 上缴
glossary-is-surrender = 年终交回的资金。
glossary-carry-over = 结转
glossary-is-carry-over = 转入下一年度的资金。
glossary-recovery = 追回
glossary-is-recovery = 缺失后又找回的资金。
glossary-write-off = 核销
glossary-is-write-off = 经审计机构签名而放弃的缺失资金。
glossary-freeze = 冻结
glossary-is-freeze = 成员不得付出款项，但始终可以收款和退款。
glossary-endorsement = 追加签名
glossary-is-endorsement = 事后以单独条目补上的签名。
glossary-source = 资金来源
glossary-is-source = 拨出或支出的钱取自何处：一笔拨款，或先前收到的款项。
glossary-step = 收付
glossary-is-step = 一个成员拨给另一成员的一笔钱，以及双方对它的全部说法。拨出＝签收＋收回＋手续费＋追回＋核销＋未了结。
glossary-hop = 一级转拨
glossary-is-hop = 从一级到下一级的一次转拨。拨出金额逐级列示，从不跨级相加。
glossary-chain = 资金链
glossary-is-chain = 资金从拨款到最终用途的全过程。
glossary-line = 平衡式
glossary-is-line = 来源合计＝结存＋在途＋缺失＋付给受益人＋已支出＋已离开项目＋已核销。分毫不差。
glossary-held = 结存
glossary-is-held = 已收到，尚未支出或转拨。
glossary-in-transit = 在途
glossary-is-in-transit = 已拨出，等待收款方的最后答复。
glossary-unconfirmed = 逾期未确认
glossary-is-unconfirmed = 仍在途，但答复期限已过。
glossary-missing = 缺失
glossary-is-missing = 已拨出，而收款方的最后答复是没有收到。
glossary-contested = 有争议
glossary-is-contested = 收款方称收到的、超过所拨或已被收回的部分。不能支用，也不计入任何合计。
glossary-spent = 已支出
glossary-is-spent = 支出减去退款，再加途中手续费。
glossary-left = 已离开项目
glossary-is-left = 上缴，或结转到其他年度。
glossary-is-receipt-overdue = 款项已拨出，答复期限已过，收款方尚未作出最后答复。
glossary-is-receipt-short = 收款方收到了一部分，其最后答复少于所拨。
glossary-is-receipt-over = 收款方称收到的比所拨的多。
glossary-is-receipt-denied = 收款方的最后答复是分文未收。
glossary-is-receipt-contested = 付款方称已收回款项，收款方称已收到。
glossary-is-idle-balance = 收到的资金未动的时间超过项目规定。
glossary-is-late-hop = 资金到达所用的时间超过项目规定。
glossary-is-possible-duplicate = 同一笔拨付似乎出现了两次。也可能是两笔看起来一样的拨付。

## About

about-title = 关于这些数字
about-lead = 这里的每个数字都来自有人签名的条目。本页说明数字如何得出，以及它们不能说明什么。
about-simulated = 哪些是模拟的
about-simulated-what = 拨出的金额和日期是真实的：取自巴拉圭财政部公布的2019年 FONACIDE 基金划拨数据。拨款额是这些划拨的总和，因为数据中没有预算本身。
about-simulated-receipts = 划拨之后的一切都由程序按固定种子生成：签收、支出、退回，以及由此产生的待核事项。只有一件待核事项出自公布的数据本身：有一笔划拨出现了两次。
about-simulated-names = 成员名称以 .example 结尾。没有任何机构在此签过名，待核事项也与任何真实机构无关。
about-simulated-places = 公布的数据没有说明各市属于哪个省，因此按地区查看时，各市的资金列在“未注明地区”。
about-simulated-nothing = 没有。本账本没有注明任何条目为模拟数据。
about-figures = 数字如何得出
about-figures-entries = 规则把每个条目变为合计数的变动，方法始终相同。任何人拿到条目，都能重新算出每个数字，结果完全一样。
about-figures-line = 进入项目的钱与钱现在的去处，是同一平衡式的两边。无论发生什么，两边都分毫不差。
about-figures-apart = 各列出自不同各方的说法，并排列出，从不相加：逐级拨出的钱相加会重复计算。
about-columns = 各列的含义
column-allocated = 授予的支用权（授权方的说法）。
column-sent = 他方称拨给该成员、该层级或该地区的金额。
column-received = 收款方称收到的金额，以所拨为限。
column-transit = 已拨出，收款方尚未作出最后答复。
column-missing = 已拨出，收款方的最后答复是没有收到。
column-held = 已收到且仍在手中（成员自己的条目）。
column-spent = 用于货物、服务和手续费（支出方的说法）。
column-left = 上缴，或结转到其他年度。
column-days = 从付款方所说的拨出日到收款方最近一次签收之日，只计已签收过款项的收付。
about-gaps = 这些页面不能说明什么
about-gap-witness = 所有读者看到的是否同一个账本。目前尚无其他方的见证方会签。
about-gap-recipients = 钱是否到了家庭手中。目前尚未录入对个人的发放，这里最后的说法来自机构。
about-gap-bank = 双方一致但都不属实的说法。目前尚未录入银行对账单。
about-gap-outside = 从未进入本账本的钱。
about-gap-why = 双方说法为何不同。银行延误、笔误和贪污，在数字上看起来是一样的。
about-check = 如何核对
about-check-copy = 整个账本都可以取走：用 countersign 程序可核对副本的每个签名和每条规则，无须询问本服务器。
about-check-finding = 每个数字下面都有通向条目的链接，条目页显示签名的原文。
about-api = 供程序使用的数据（OpenAPI）

## Status

status-title = 运行状态
status-lead-open = 本服务器运行正常，可以接收条目。
status-lead-read-only = 本服务器可以查阅，暂不接收条目。
status-takes-entries = 接收条目
status-yes = 是
status-no = 否
status-last-index = 最后条目的位置
status-recorded = 本服务器记录最后条目的时间
status-queue = 等待记录
status-queue-of = { $count }个条目（上限{ $max }个）
status-rules = 规则版本
status-version = 软件版本
status-licence = 许可证
status-times = 服务器记录条目的时间是服务器自己的说法，没有规则以它为准。账本时间有签名，是否逾期由它决定。
status-witnesses = 谁会签检查点
status-witness-last = { $count } 个条目，{ $time }
status-witness-never = 尚无会签
status-witness-own = { $name }（运营方自己一方）
status-witnesses-none = 无：日志的策略未列出见证方。
status-mirror = 本镜像的状态

## A mirror

mirror-title = 本镜像
mirror-lead = 本副本由另一方保管，已自行核验每一个条目、签名和规则，并持续向日志索取新条目。
mirror-from = 日志来源
mirror-log = 日志的密钥
mirror-checked = 上次完整持有检查点的时间
mirror-not-yet = 尚未
mirror-cosigns = 会签检查点所用密钥
mirror-stamps = 为提交盖戳所用密钥
mirror-no-key = 无：未设密钥
mirror-departed = 日志偏离了应有的行为
mirror-departed-about = 日志自己的签名足以证明。持有日志密钥的任何人都可以独立核验这份证据。
mirror-departed-at = 发现时间
mirror-departed-check = 核验方法
mirror-trouble = 目前未从日志取得任何内容
mirror-trouble-silent = 日志没有返回数据（{ $code }），稍后重试。
mirror-trouble-other = 收到的内容与日志密钥此前签署的不符（{ $code }）。这不能说明是谁的过错：传输途中的任何一方都可能造成。稍后将再次向日志索取。
mirror-trouble-since = 开始时间
mirror-withheld = 日志遗漏的提交
mirror-withheld-about = 经由本镜像的每个提交都会盖戳。此处列出日志已签名接受、却未在一分钟内发布的提交。
mirror-withheld-none = 无。
mirror-withheld-caption = 共{ $count }个提交，显示{ $shown }个，最早的在前
mirror-withheld-identity = 条目
mirror-withheld-accepted = 日志接受的时间
mirror-withheld-data = 全部提交及其戳记、回执和文本（JSON）

## Accessibility

accessibility-title = 无障碍说明
accessibility-lead = 这些页面面向所有人，以 WCAG 2.2 AA 级为目标。
accessibility-promise = 我们的承诺
accessibility-keyboard = 只用键盘就能完成一切操作，焦点始终可见。
accessibility-zoom = 文字放大到两倍、页面放大到四倍，都无须横向滚动。较宽的表格可在自身范围内滚动。
accessibility-pictures = 每幅图下面都有列出相同数字的表格。颜色只是重复文字或图案已表达的意思。
accessibility-script = 任何页面都不需要脚本、Cookie 或新手机。
accessibility-words = 英文、中文和西班牙文内容一致。标题、表格和链接都有读屏软件可以区分的名称。
accessibility-tested = 如何测试
accessibility-tested-machine = 每次改动后，都会在浏览器中以每种语言、360像素和1280像素两种宽度、开启和关闭脚本打开每个页面：机器能查的规则（axe）必须全部通过，每个控件都能用键盘到达，从左到右和从右到左都不得溢出。日间和夜间的每组颜色对比度都经过计算。
accessibility-tested-not = 尚未请每天使用读屏软件、放大镜或开关设备的人测试。
accessibility-known = 还不够好的地方
accessibility-known-tables = 在小屏幕上，较宽的表格需要在表内横向滚动。
accessibility-known-notes = 签名原文也是给机器读的，其中的长编号会被逐字读出。
accessibility-report = 告诉我们
accessibility-report-whom = 如有无法使用之处，请告知本服务器的运营方，其名称见“账本由谁保管”页。运营方应当答复；不能改进的，应说明原因。
accessibility-report-what = 请写明页面地址、您想做什么，以及您用什么阅读。请勿发送任何人的姓名或账户。

## What each signature says

signature-person = { $member }的人员{ $person }用密钥{ $key }签名。
signature-says-sent = { $party }说：{ $occurred }向{ $other }拨出{ $amount }。这个签名不说明款项已经到达，只有{ $receiver }才能说明。
signature-says-received = { $party }说：截至{ $occurred }收到{ $amount }。这个签名不说明拨出了多少，也不说明此后的去向。
signature-says-denied = { $party }说：截至{ $occurred }分文未收。这个签名不说明原因。
signature-says-else = { $party }说了本条目中的内容。这个签名不说明内容属实，只说明由谁负责。
signature-count = { $count ->
    [1] 由一人签名。
   *[other] 由{ $count }人签名，无人单独签署。
}
paper-title = 本条目的纸质凭据
paper-about = 方码通向本页。持有这张纸的人可以与账本核对。
paper-code = 本页地址的二维码

## Pages that can’t be shown

gone-title = 内容已移除
gone-lead = 这个地址曾有内容，现已永久移除。
gone-check = 条目、待核事项和成员从不移除。移除的是这些页面旧版本的文件。
read-only-title = 暂时不能录入
read-only-lead = 账本目前只供查阅。所有页面照常可用，没有任何内容丢失。
stopping-title = 服务器正在重启
stopping-lead = 已接收的会处理完，暂不接收新的内容。
