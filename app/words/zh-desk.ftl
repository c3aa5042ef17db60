### 经办台的文案：面向为成员单位签收的经办人员，常用手机，常常很忙。以 en-desk.ftl 为准。

## The frame of the desk

desk-sign-in = 登录
desk-sign-out = 退出
desk-sign-out-everywhere = 退出所有设备
desk-signed-in = { $account }（{ $member }）
desk-tasks = 待签收
desk-drafts = 拨款
desk-people = 人员
desk-members = 成员
desk-record = 操作记录
desk-account = 账号
desk-password = 密码
desk-code = 六位验证码
desk-code-hint = 见手机上的验证器应用，每30秒更换一次。
desk-sign-in-lead = 供为本账本成员单位签收或拨款的人员使用。
desk-sign-in-help = 没有账号，或手机上已没有验证器？请向本单位管理人员的同事索取邀请链接。
desk-sign-in-passkey = 使用通行密钥登录
desk-sign-in-or = 或使用账号、密码和验证码：

may-administer = 管理人员
may-audit = 查看全部
may-confirm = 签收
may-pay = 拨款

## Joining

join-title = 加入{ $member }
join-may = 您已受邀。加入后可以：{ $roles }。
join-account-title = 1. 账号
join-account-hint = 3到32个字母、数字、点或连字符。同事可见，不对外公开。
join-password-hint = 至少{ $count }个字符。几个词连在一起，好记又安全。
join-factor-title = 2. 手机
join-factor-about = 手机上的验证器应用每30秒生成一个新验证码。任何一次性验证码应用均可。
join-qr = 供验证器应用扫描的二维码
join-open = 在本手机的应用中打开
join-type = 或在应用中输入此密钥：
join-code-hint = 应用当前显示的验证码。
join-submit = 加入
join-gone-title = 此邀请无法使用

## What waits

tasks-title = 等您签收
tasks-count = 有{ $count }笔款项等您答复。
tasks-none = 没有待签收的款项。有款拨给您时会出现在这里。
tasks-put-off = 已暂缓。没有签署任何内容，该笔款项仍在此等候。
tasks-drafts = 有{ $count }份草稿等您复核
tasks-findings = 有 { $count } 条差异涉及本单位：查看双方说法
tasks-questions = 有{ $count }条拨款询问等待您答复
tasks-look-only = 您可以查看。签收由有签收权限的同事办理。
tasks-no-key = 本服务器没有保管贵单位的密钥，无法在此签收。可请服务器运营方设置。
tasks-row = { $from }拨来{ $amount }
tasks-sent = { $day }拨出
tasks-due = { $day }前答复
tasks-due-today = 今天到期
tasks-late = 逾期{ $days }天
tasks-confirmed = 最近签收

## What came?

confirm-title = 这笔款到了吗？
confirm-sent = 拨出金额
confirm-from = 付款方
confirm-day = 拨出日期
confirm-lead = { $from }于{ $day }拨出{ $amount }。
confirm-so-far = 其中{ $received }您已签收，还有{ $amount }尚未签收。
confirm-see-entry = 查看对方签署的划拨
confirm-occurred = 到账日期
confirm-occurred-hint = 以银行回单或本单位账簿为准。
confirm-all = 是，{ $amount }已到账
confirm-next = 签署前还会请您核对一次。
confirm-otherwise = 其他情况
confirm-question = 实际情况如何？
confirm-other = 到账金额不同
confirm-amount = 实际到账金额（{ $currency }）
confirm-last = 不会再有后续款项
confirm-nothing-yet = 尚未到账
confirm-nothing-yet-hint = 不签署任何内容，该笔款项继续等候。
confirm-not-ours = 没有到账，也不是我们的款
confirm-not-ours-hint = 将签署“分文未收”，由付款方作出答复。
confirm-reason = 原因
confirm-reason-hint = 简要说明。任何人都能看到，请勿写个人姓名。
confirm-continue = 继续

## Check, and sign

check-title = 签署前请核对
check-came = 到账金额
check-nothing = 分文未收
check-whether-more = 是否还有后续？
check-last = 没有，此为全部
check-more = 可能还有
check-change = 修改
check-leaves-missing = 还差{ $amount }。今后显示为缺失，并作为待核事项请双方答复。
check-leaves-open = 还有{ $amount }未签收，继续等您答复。
check-beyond = 其中{ $amount }超出拨出金额，在付款方答复之前显示为有争议。
check-meaning = 签署即表示{ $member }公开说明实际到账如上。由本服务器保管的该单位密钥代为签署，所有人都会看到“通过服务器签收”。以后可以更正，但永远不能删除。
check-sign = 签署并确认
check-text = 签署的原文
check-text-about = 签名所针对的正是这段文字。改动任何一处，签名就不再相符。

## Confirmed

confirmed-title = 已签收
confirmed-reference = 签收编号
confirmed-to = 收款方
confirmed-state = 状态
confirmed-how = 签署方式
confirmed-through = 通过服务器签收
confirmed-through-hint = 经第二重验证后，由服务器保管的成员密钥签署。
confirmed-see-entry = 在账本中查看这份签收
confirmed-print = 如需留存，请打印本页：一张纸即可。
confirmed-next = { $count ->
    [0] 返回清单
   *[other] 返回清单：还有{ $count }笔
}

## What is drafted: one person writes, another checks and signs

drafts-title = 拨款草稿
drafts-lead = 一人起草，另一人复核并签署。签署之前不对外公开。
drafts-new = 起草拨款
drafts-no-key = 本服务器没有保管贵单位的密钥，须由个人用自己设备上的密钥签署。
drafts-deleted = 已删除，没有签署任何内容。
drafts-waiting = 等您复核
drafts-waiting-none = 没有同事的草稿等候复核。
drafts-own = 您起草的
drafts-own-none = 您没有草稿。
drafts-sent-back = 已退回同事
drafts-issued = 最近签署
drafts-row = 拨给{ $to }{ $amount }
drafts-by = { $account }，{ $day }
drafts-stand-waiting = 待复核
drafts-stand-sent-back = 已退回
drafts-stand-issued = 已签署
drafts-sheet = 用表格批量拨付（CSV 或 XLSX）
drafts-sheets = 表格
drafts-sheet-row = { $count } 笔拨付，合计 { $amount }
drafts-stand-previewed = 未保存
drafts-stand-signing = 签署中
drafts-stand-asking = 已请收款方同意
drafts-asked = 请求撤销拨给贵单位的款项

## What is to be sent?

draft-title = 起草拨款
draft-edit-title = 修改草稿
draft-nothing-held = 贵单位目前没有可拨的款项。
draft-next = 保存前还会请您核对一次。
draft-programme = 项目
draft-free = 可拨{ $amount }
draft-payee = 收款方
draft-payee-hint = 收款方在账本中的名称，或其全称中的词。
draft-payee-found = 您指的是哪一家？
draft-payee-named = { $title }（{ $name }）
draft-amount = 金额
draft-amount-hint = 以项目货币计。
draft-ref = 编号
draft-ref-hint = 贵单位的凭证号，不含空格，每个只用一次。
draft-ref-used = 使用该编号的是{ $entry }。
draft-occurred = 拨款日期
draft-occurred-hint = 款项划出的日期，以银行或本单位账簿为准。
draft-due = 签收期限
draft-due-hint = 留空则按项目的通常天数。
draft-due-usual = 按项目的通常天数
draft-purpose = 用途
draft-purpose-hint = 简要说明。任何人都能看到，请勿写个人姓名。

## Check the draft

draft-check-title = 核对草稿
draft-remains = 余额
draft-held = 持有
draft-drafted = 其他草稿占用
draft-takes = 本笔拨出
draft-stays = 剩余
draft-save-about = 草稿将等候另一人复核；对方看到同一份原文并签署。在此之前您可以修改或删除，已签名的人须重新签署。
draft-save = 保存，交他人复核
draft-sources = 按持有先后，从下列款项中支出：
draft-source = 从{ $held }中支出{ $takes }

## One draft

draft-own-title = 草稿
draft-approve-title = 签署前请核对
draft-issued-title = 已签署并入账
draft-written-by = 由{ $account }于{ $time }起草。
draft-waits = 已于{ $time }保存，等候另一人复核：自己起草的不能自己签署。
draft-sent-back-by = { $checker }于{ $time }退回给{ $account }：
draft-issued-by = 由{ $account }起草，{ $checker }于{ $time }签署。
draft-meaning = 签署即表示{ $member }公开说明拨出此款。以后可以另行冲回，但永远不能删除。
draft-sign = 批准并签署
draft-kind = 事项
draft-step = 涉及
draft-role-other = 您可以查看；签署须由有相应职责的同事进行。
draft-meaning-return = 签署后，{ $member }即公开声明将此款项退回来款单位。
draft-meaning-bounce = 签署后，{ $member }即公开声明银行已将此款项退回，重新由其持有。
draft-meaning-reversal = 签署后，{ $member }即公开声明撤销整笔拨付，款项重新由其持有。
draft-meaning-receipt-correct = 签署后，{ $member }即公开声明收回此前确认的这一部分。
draft-spent = 所支出的款项已另作他用，这份草稿不能照此签署。请退回重新起草。
draft-more-signers = 本项目规定，达到这一金额须由{ $count }人各用自己的密钥签署，服务器的密钥不能代签。
draft-meaning-by = { $meaning }{ $key }
draft-by-server = 由本服务器保管的贵单位密钥代为签署，所有人都会看到。
draft-by-device = 由本设备上的密钥签署，所有人都会看到是贵单位的一位人员签的。
draft-held-missing = 本服务器没有保管贵单位的密钥，须用您自己设备上的密钥签署。
draft-sign-own = 这份草稿是您起草的：用您自己设备上的密钥签署，与同事的签名并列。
draft-make-key = 在您的设备上生成密钥
draft-sign-save = 签署并保存，交他人复核
draft-save-through = 不签名，仅保存
draft-save-through-about = 不带您的签名，原文只要求一个签名：由同事批准，可由服务器的密钥签署。
draft-save-later = 先保存，稍后签署
draft-save-later-about = 由您和同事各用自己的密钥签署，先后不限。
draft-signatures = 签名：{ $wanted }个中已有{ $count }个
draft-signatures-missing = 还差{ $count }个签名。
draft-signature = { $account }，{ $time }，用自己设备上的密钥{ $key }
draft-signature-through = { $account }，{ $time }，经服务器
draft-signed-own = 您已签署。内容如有改动，全部签名作废。
draft-asked = { $account }请求撤销拨给贵单位的一笔款项，并说明贵单位未收到。请同意并签署，或退回并说明原因。
draft-asking = 本单位已签署。现请收款方在其工作台签署，签署后即入账。
draft-meaning-agree = 签署即表示{ $member }公开声明未收到这笔拨付，并同意撤销，款项重新由付款方持有。
draft-post-again = 再次提交
draft-post-again-about = 所有人都已签署，但账本尚未收录。将按签署的原文提交。
draft-short = 当日向该收款方又拨了款，现在须由{ $count }人签署。请重新起草，使原文写明签名人数。
draft-back-title = 有不妥之处
draft-back-reason = 原因
draft-back-hint = 同事会看到，不对外公开。
draft-back = 退回
draft-edit = 修改
draft-delete = 删除草稿

## 拨付之后

after-title = 这笔拨付如何处理？
after-none = 本单位目前对它没有可声明的事项。
after-received = 已确认收到
after-open = 未结
after-all-open = 全部未结金额
after-question = 发生了什么？
after-amount-hint = 以项目货币填写。撤销拨付为整笔撤销，请留空。
after-occurred = 发生日期
after-bounce = 银行将款项退回
after-bounce-hint = 最多 { $amount }（未结金额）。重新由贵单位持有。
after-reversal = 撤销整笔拨付
after-reversal-hint = 全部 { $amount } 收回。收款单位已声明未收到，或回复期限已过。
after-unheard = { $day }之前须收款单位同意。贵单位签署后，将在其工作台征求同意。
after-return = 退回未使用的款项
after-return-hint = 最多 { $amount }（仍持有部分）。由原付款单位确认收到。
after-correct = 确认的金额过多
after-correct-hint = 最多 { $amount }（以仍持有为限）。该部分重新成为未结。
after-withdraw = 收回超出拨付金额的声明
after-withdraw-hint = 最多 { $amount }（争议金额）。
after-otherwise = 改为其他处理
answers-title = 涉及本单位的差异
answers-lead = 差异只陈述双方说法不一致；双方签署的内容一致后即关闭。
answers-none = 没有涉及本单位的未结差异。
answers-way = 如何处理

## 用表格：多笔拨付，整体签署

sheet-title = 用表格批量拨付
sheet-lead = 每个收款单位一行，全部出自同一项目。保存之前可逐行预览；由另一人对整张表格复核并签署。
sheet-columns = 第一行为列名：收款单位（其在账本中的名称）、金额，以及可选的凭证号和用途。其他列不读取。
sheet-limits = 最多 { $rows } 行；CSV 不超过 { $csv } MB，XLSX 不超过 { $xlsx } MB。
sheet-template = 下载模板（CSV）
sheet-file = 表格文件
sheet-file-hint = CSV 或 XLSX；工作簿只读取第一张工作表。
sheet-count = 行数
sheet-count-hint = 应有的行数，以您手中的清单为准。
sheet-total = 控制合计
sheet-total-hint = 金额应有的合计，以您手中的清单为准。
sheet-occurred = 拨付日期
sheet-occurred-hint = 款项实际划转之日，以银行或账簿为准。
sheet-due = 回复期限
sheet-due-hint = 留空则按项目的通常期限。
sheet-read = 读取表格
sheet-next = 此时尚不保存：您会先看到每一行。
sheet-preview-title = 表格内容预览
sheet-approve-title = 签署前请复核表格
sheet-own-title = 表格
sheet-posting-title = 正在签署并入账
sheet-issued-title = 已签署并入账
sheet-previewed = 读取于 { $time }。保存之前他人看不到。
sheet-written-by = { $account } 于 { $time } 保存了此表格。
sheet-issued-by = 由 { $account } 上传，{ $checker } 于 { $time } 签署。全部各行均已入账。
sheet-posting = 正在签署并登记 { $count } 笔拨付：要么全部入账，要么一笔也不入账。
sheet-look-again = 重新查看
sheet-trouble = 上次没有任何一行入账：{ $why }。
sheet-trouble-row = 上次没有任何一行入账，原因在第 { $row } 行：{ $why }。
sheet-from = 付款单位
sheet-sum = 合计金额
sheet-asked-sum = 您填写的控制合计
sheet-asked-count = 您填写的行数
sheet-differs = 与表格内容不符
sheet-encoding = 读取编码
sheet-digest = 全部各行的摘要
sheet-digest-about = 摘要涵盖全部各行的确切文本：改动任何一行，就不再是这张表格，已作的批准也随之失效。
sheet-sources = 资金来源
sheet-mend = { $count ->
    [0] 行数或合计与您填写的不符：请改正表格或数字后重新提交。
   *[other] 有 { $count } 行无法采用。请在表格中改正后重新提交。
}
sheet-again = 提交改正后的表格
sheet-warned = 有 { $count } 行可能是已付过的款项：请核对。
sheet-save-about = 等待另一人处理：其看到相同的各行和相同的摘要，并整体签署。任何人都不能改动其中一行；签署之前您可删除表格。
sheet-meaning = 签署后，{ $member }即公开声明拨付 { $count } 笔，合计 { $amount }。每一行均由本服务器保管的该单位密钥签署；要么全部入账，要么一笔也不入账。
sheet-sign = 批准并签署全部各行
sheet-delete = 删除表格
sheet-rows = 各行明细
sheet-show-rows = 全部各行
sheet-show-faults = 需改正的行
sheet-show-warnings = 需再核对的行
sheet-to-rows = 全部 { $count } 行
sheet-to-faults = 需改正的 { $count } 行
sheet-to-warnings = 需再核对的 { $count } 行
sheet-line = 行号
sheet-remark = 备注
sheet-good = 无误
sheet-column-payee = 收款单位
sheet-column-amount = 金额
sheet-column-reference = 凭证号
sheet-column-purpose = 用途
sheet-fault-encoding = 文本编码有误：请另存为 UTF-8
sheet-fault-payee-missing = 为空：请填写收款单位
sheet-fault-payee-unreadable = 不是单位名称：请填写其在账本中的名称，如 township.example/office
sheet-fault-payee-unknown = 账本中没有此名称的单位：请查成员名单
sheet-fault-payee-own = 这是本单位自己：请删去此行
sheet-fault-payee-outside = 该项目只能拨付给直属下级单位
sheet-fault-payee-accounts = 该单位有多个账户且此前未向其拨付：请在命令行单独拨付
sheet-fault-amount-missing = 为空：请填写金额
sheet-fault-amount-unreadable = 不是数字金额
sheet-fault-amount-digits = 小数位数超过该货币
sheet-fault-amount-number = 位数超出表格软件的精度：请将单元格设为文本
sheet-fault-amount-zero = 金额为零：请删去此行
sheet-fault-amount-negative = 金额为负：退款须用退回，不能用表格
sheet-fault-ref-unreadable = 须为 1 至 64 个字母、数字或符号，不含空格
sheet-fault-ref-repeated = 第 { $line } 行已用：每个编号只用一次
sheet-fault-ref-used = 账本中已有拨付使用此编号：请换一个
sheet-fault-ref-drafted = 其他草稿或表格已用此编号：请换一个
sheet-fault-purpose-unreadable = 须为一行，不超过 280 字节，不含特殊字符
sheet-fault-too-long = 致使分录过长：请缩短
sheet-fault-sum-beyond = 超过扣除前面各行后的余额
sheet-fault-sum-scattered = 余额过于零散，一条分录无法支出：请拆成两行
sheet-fault-signers = 该金额须两人签署：请单独起草
sheet-warning-again-in-sheet = 与第 { $line } 行的收款单位和金额相同
sheet-warning-again-drafted = 与另一草稿的收款单位和金额相同
sheet-warning-again-sent = 与一笔已拨付的收款单位和金额相同

## People

people-title = { $member }的人员
people-joined = { $day }加入
people-seen = 最近登录：{ $time }
people-never-seen = 尚未登录过
people-closed = 已关闭
people-own = 您本人
people-close = 关闭{ $account }
people-close-about = { $account }将立即从所有设备退出，并且不能再登录。已签署的内容不受影响。
people-close-now = 关闭此账号
people-link = 请将此链接交给受邀人
people-link-once = 只显示这一次，也只能使用一次。请当面或通过可靠渠道转交：持有链接的人都能加入。
people-invitations = 未使用的邀请
people-by = 邀请人：{ $account }
people-by-operator = 由服务器运营方发出
people-confirmed-by = 确认人：{ $account }
people-confirmed-by-operator = 由服务器运营方确认
people-ends = 有效期至{ $time }
people-withdraw = 撤回
people-waits = 等待另一位人员管理者确认，链接将交给确认人。
people-waits-alone = 贵单位没有其他人员管理者，由服务器运营方确认并取得链接：
people-confirm-about = 请在清楚受邀人是谁之后再确认：链接由您取得，并由您亲手转交。
people-confirm = 确认并取得链接
people-invite-two = 可以汇款或管理人员的账号须经两人同意：由另一位人员管理者确认该邀请。
people-invite = 邀请同事
people-invite-about = 您将得到一个仅供一人使用的链接，账号和密码由对方自己设定。
people-roles = 允许做什么？
people-invite-make = 生成链接

## 自己的设备

desk-device = 本设备
device-title = 本设备
device-lead = 本设备可以用自己的密钥为您确认的内容签名。密钥从不离开设备，服务器无法用它代您签名。
device-no-script = 您的浏览器无法在此生成密钥。仍由服务器的密钥代您签名，公众会看到“经服务器确认”。
device-make = 在本设备上生成密钥
device-prove = 用新密钥签名
device-here-none = 此浏览器还没有您的密钥。
device-here-offered = 此浏览器已生成密钥。请阅读下面的文本并签名，以证明密钥在此。
device-here-waiting = 密钥 { $key } 在此浏览器中，还须由另一人批准。
device-here-enrolled = 此浏览器持有您的密钥 { $key }，并用它签名。
device-unable = 此浏览器无法保存密钥，仍由服务器的密钥代您签名。（{ $why }）
device-waits = 等待批准
device-waits-about = 由管理人员的同事在工作台“人员”页面批准；批准前会向您询问此处所示的密钥编号。
device-waits-command = 也可用密钥文件在命令行中批准：
device-waits-until = 截至 { $time }
device-keys = 您在账本上的密钥
device-none = 暂无。
device-since = 自 { $day } 起
device-approved-through = 经服务器批准
device-revoked = 已吊销
device-lost = 设备丢失？
device-lost-about = 贵单位的任何一个密钥文件都能立即吊销该设备的密钥，然后在此生成新的。已签名的内容仍然有效。
check-meaning-device = 签名即表示{ $member }公开声明收到的就是这些，由本设备上的密钥签名。以后可以更正，但永远不能删除。
check-device-signs = 由本设备用您的密钥 { $key } 签名。下面的文本已在本设备上读取并重新写出。
check-device-differs = 未签名：本页的文本与表单所指的不一致。请告知服务器的运营者。
check-device-failed = 设备未能签名。（{ $why }）
check-sign-through = 经服务器签名
check-own-key-only = 本项目只接受您自己设备上的密钥签名，服务器的密钥不能代签。
device-revoke = 吊销密钥 { $key }
device-revoke-about = 吊销后它不能再签名，已签名的内容仍然有效。由服务器保管的密钥在账本上声明，人人可查。
device-revoke-now = 立即吊销
device-revoke-command = 服务器没有可以吊销 { $key } 的密钥。由持有贵单位密钥文件的人在命令行中执行：
approve-title = { $account }的密钥
approve-about = { $account }申请用自己设备上的密钥签名。请当面询问其设备上显示的密钥编号，确认申请人就是本人。
approve-key = 密钥编号
approve-may = 获准权限
approve-meaning = 签名即表示您确认该密钥属于{ $account }。
approve-sign = 批准并签名
approve-refuse = 拒绝此密钥
approve-by-command = 由持有贵单位管理人员密钥文件的人在服务器所在机器上批准：
approve-by-command-too = 改用密钥文件
approve-meaning-through = 批准即表示您确认该密钥属于{ $account }。由本服务器保管的{ $member }密钥代为签名，所有人都会看到“经服务器批准”。
approve-through = 经服务器批准
approve-no-key = 您自己的设备上没有密钥，本服务器也没有保管贵单位有权批准的密钥，因此无法在本页批准。
approve-hold = 如需由服务器保管有权批准的密钥，以便今后在此批准：
people-devices = 等待您批准的设备密钥
people-key-through = 密钥 { $key } 经服务器批准
people-keys-left = 账号已关闭，但以下密钥在吊销之前仍可为贵单位签名：
people-close-keys = 其设备密钥也将在账本上一并吊销。
confirmed-own = 在您自己的设备上签名
confirmed-own-hint = 所用密钥从未离开设备。
deed-device-offered = 提交了设备的密钥
deed-device-enrolled = 登记了设备的密钥
deed-device-refused = 拒绝设备密钥
deed-device-revoked = 吊销设备密钥
form-device-key-unreadable = 无法读取浏览器发来的密钥：请重新生成
form-device-roles = 您没有需要签名的内容，不需要密钥
form-device-unsigned = 本设备尚未签名，因此未提交任何内容。请重试，或选择“经服务器签名”
form-held-key-forbidden = 本项目只接受本人密钥签名。请在您的设备上生成密钥并获批准，或在命令行中签名
form-device-gone = 密钥已不再等待批准：请重新生成
form-device-key-foreign = 本设备的密钥未登记在您名下
form-signature-wrong = 签名与文本不符：请重试

## Questions about one transfer

questions-title = 拨款询问
questions-lead = 由收款方向付款方询问。双方人员和审计人员可以看到。
questions-waiting = 等待贵单位答复
questions-waiting-none = 没有待答复的询问。
questions-own = 贵单位提出的询问
questions-own-none = 贵单位尚未提出询问。可从拨款页面提出。
questions-between = { $from }拨付{ $to }
questions-open = 尚未答复
questions-answered = 已答复
questions-of-step = 关于这笔拨款的询问
questions-none = 暂无询问。
questions-question = 问：
questions-answer = 答：
questions-ask = 向{ $member }询问
questions-ask-here = 询问这笔拨款
questions-question-label = 询问内容
questions-answer-label = 答复内容
questions-hint = 一行，不超过{ $count }个字。提交后不能更改：请勿填写个人姓名。
questions-send = 提出询问
questions-reply = 答复
questions-answer-send = 提交答复
questions-record = 询问和答复保存在本服务器的记录中，供双方人员和审计人员查阅。它们不是记账条目，不影响账本，公众也看不到。

## Members: proposals and votes

proposal-title = 成员：提案与表决
proposal-lead = 由{ $count }个控制方表决谁成为成员，须有超过半数的表决方赞成。
proposal-propose = 提名成员
proposal-open = 尚未执行
proposal-none = 没有待办：所有提案均已执行。
proposal-books = 谁在记账：全部成员、控制方和提案
proposal-suspension = 成员不会被表决除名。审计机构可在命令行中冻结某成员的对外付款，也可解除冻结。
proposal-by = { $member }，{ $day }
proposal-does-admit = { $title }将成为成员。
proposal-does-change = { $title }已是成员，将变更其名称或上级。
proposal-missing = 还须{ $count }个控制方赞成
proposal-lost = 反对的控制方过多，已无法通过
proposal-accepted = 已通过：由新成员自行激活
proposal-accepted-change = 已通过：由该成员自行执行
proposal-own = 贵方
proposal-vote-none = 没有表决权
proposal-vote-open = 尚未表决
proposal-vote-for = 已赞成
proposal-vote-against = 已反对
proposal-tag-open = 待表决
proposal-what = 提案内容
proposal-name = 账本中的名称
proposal-name-hint = 小写字母、数字、点、连字符和斜线，例如 county.example/finance。以后不能更改。
proposal-title-of = 单位名称
proposal-title-hint = 该单位的通用名称。请勿填写个人姓名。
proposal-tier-hint = 国家级为 0，其直接下级为 1，依此类推。
proposal-parent-hint = 上级成员在账本中的名称。没有上级则留空。
proposal-parent-none = 无
proposal-region-hint = 地区代码，例如 cn-4401。没有则留空。
proposal-house-hint = 控制该单位的一方在账本中的名称。由其自身控制则留空。
proposal-voting = 表决权
proposal-voting-tick = 其控制方有表决权
proposal-voting-yes = 其控制方有表决权
proposal-voting-no = 没有表决权
proposal-reason-hint = 简要说明。所有人都能看到：请勿填写个人姓名。
proposal-form-lead = 已是成员的单位只能变更名称和上级，其余各项以现有登记为准。
proposal-vote = 贵方的表决
proposal-vote-reason = 理由（可不填）
proposal-vote-next = 签名前会再次核对。每个控制方只能表决一次。
proposal-vote-yes = 赞成
proposal-vote-no = 反对
proposal-next = 下一步
proposal-activate = 由该单位人员在自己的机器上生成密钥，并在命令行中激活。每个密钥都须签名，以证明持有；本服务器从不接触私钥。
proposal-activate-keys = 每人一个密钥，建议不少于两人：一人密钥遗失时，另一人可以更换。
proposal-activate-recovery = 一个恢复密钥，离线保存，不参与签名。
proposal-activate-sign = 由每个人的密钥签署激活：
proposal-carry-out-wait = 由该成员管理人员的人在工作台执行。
proposal-carry-out-about = 新的名称和上级自执行起生效。
proposal-see-entry = 查看已签署的提案
proposal-back = 返回
proposal-says-for = 贵方赞成：{ $title }。
proposal-says-against = 贵方反对：{ $title }。
proposal-says-carry-out = 变更自此生效：{ $title }。
proposal-meaning = 签名即表示{ $member }对此公开声明，由本设备上的密钥签名。声明不能撤回。
proposal-meaning-through = 签名即表示{ $member }对此公开声明，由本服务器保管的该单位密钥代为签名，所有人都会看到“经服务器签名”。声明不能撤回。
proposal-sign = 签名
proposal-no-key = 您的设备和本服务器都没有贵单位可作此声明的密钥。请在您的设备上生成密钥并获批准，或使用命令行：countersign member propose、countersign member vote。

## 通行密钥

passkeys-title = 您的登录方式
passkeys-lead = 使用通行密钥，您只需指纹、面容或设备密码即可登录，无须账号密码和验证码。它无法被猜出，也不会被网页骗走。
passkeys-no-script = 您的浏览器无法在此创建通行密钥。账号、密码和验证码仍可使用。
passkeys-not-here = 本服务器在此地址不支持通行密钥。账号、密码和验证码仍可使用。
passkeys-add = 添加通行密钥
passkeys-own = 您的通行密钥
passkeys-none = 暂无。
passkeys-made = { $day }添加
passkeys-used = 最近使用：{ $time }
passkeys-unused = 尚未使用
passkeys-remove = 移除
passkeys-remove-about = 移除后不能再用它登录。请同时从您的设备上删除。
passkeys-remove-now = 移除此通行密钥
passkeys-on = 前往待办事项

## The record

record-title = 谁做了什么
record-lead = 本单位人员在此的操作。仅供本单位查看；签署的内容是公开的。
record-none = 还没有任何操作。
record-caption = { $count }项操作，最近的在前
record-when = 时间
record-who = 账号
record-what = 操作
record-operator = 服务器运营方
record-deed = { $deed }：{ $about }
deed-member-proposed = 提名成员或提议变更
deed-member-voted = 对提案表决
deed-member-amended = 执行成员变更
deed-asked = 询问拨款
deed-answered = 答复拨款询问
deed-joined = 加入
deed-signed-in = 登录
deed-sign-in-failed = 登录失败
deed-signed-out = 退出
deed-signed-out-everywhere = 退出所有设备
deed-invited = 发出邀请
deed-withdrawn = 撤回邀请
deed-invitation-confirmed = 确认邀请
deed-passkey-added = 添加通行密钥
deed-passkey-removed = 移除通行密钥
deed-closed = 关闭账号
deed-confirmed = 签署签收
deed-put-off = 暂缓：尚未到账
deed-drafted = 起草拨款
deed-sent-back = 退回草稿
deed-issued = 批准并签署拨款
deed-deleted = 删除草稿
deed-sheet-drafted = 保存表格
deed-sheet-issued = 批准并签署表格
deed-signed = 签署了草稿

## What is wrong with a form

form-problems = 有内容需要更正
form-title-wrong = 需更正：{ $title }
form-wrong = 需更正：
form-account-missing = 请输入账号
form-account-unreadable = 账号由3到32个字母、数字、点或连字符组成
form-account-taken = 此账号已有人使用，请换一个
form-password-missing = 请输入密码
form-passkey-not-made = 未能创建通行密钥。请重试，或暂不创建
form-passkey-wrong = 该通行密钥无法登录。请重试，或使用账号、密码和验证码登录
form-password-short = 密码至少{ $count }个字符
form-password-long = 密码太长
form-password-common = 此密码太容易猜到，请换一个
form-code-missing = 请输入应用显示的六位数字
form-code-wrong = 验证码不对或已过期，请输入应用当前显示的验证码
form-sign-in-wrong = 账号、密码或验证码不对
form-wait = 尝试次数太多，请在{ $count }分钟后再试
form-answer-missing = 请选择实际情况
form-amount-missing = 请输入到账金额
form-amount-unreadable = 请用数字填写金额
form-amount-too-many-digits = 小数位数超出该货币的位数
form-amount-zero = 请输入大于零的金额，或选择没有到账
form-function-missing = 请选择该成员的职能
form-house-unreadable = 控制方请填写成员名称，例如 county.example/finance
form-member-unreadable = 请填写名称，例如 county.example/finance：小写字母、数字、点、连字符、斜线
form-parent-unknown = 没有此名称的成员：请填写上级，或留空
form-parent-unreadable = 请填写成员名称，例如 county.example/finance，或留空
form-region-unreadable = 请填写代码，例如 cn-4401，或留空
form-shown-gone = 所示内容已过期或已变更，未签署任何内容：请重新开始
form-tier-unreadable = 请用数字填写级别：国家级为 0
form-title-unreadable = 请在一行内填写名称，不含特殊字符
form-vote-missing = 请选择是否赞成
form-question-answered = 此询问已有答复，或已不存在
form-questions-too-many = 关于这笔拨款的询问过多，请双方直接沟通
form-words-missing = 请填写内容
form-words-long = 请不要超过{ $count }个字
form-words-unreadable = 请在一行内填写，不含特殊字符
form-occurred-missing = 请填写到账日期
form-occurred-unreadable = 请填写日期，例如 2026-03-27
form-occurred-future = 日期不能晚于今天
form-occurred-before-sent = 日期不能早于拨出日期
form-reason-missing = 请简要说明原因
form-reason-unreadable = 原因请写成一行，不要使用特殊字符
form-roles-missing = 请选择允许做什么
form-draft-changed = 您查看期间草稿有变动，没有签署任何内容。以下是现在的内容
form-draft-gone = 草稿已不能修改：已签署、已删除或属于他人
form-draft-own = 这份草稿由您起草，须由他人复核并签署
form-draft-invited = 您的账号仅由这份草稿的起草人邀请，须由他人复核并签署
form-draft-spent = 所支出的款项已另作他用，没有签署任何内容。请退回重新起草
form-own-key-needed = 此处须用您自己设备上的密钥签署，服务器的密钥不能代签
form-drafts-too-many = 本单位未签署的草稿已有 500 份：请先签署或删除一些，或改用表格批量提交
form-what-missing = 请选择发生了什么
form-sum-over = 超过可用金额
form-role-other = 您的职责不签署此项：请由同事签署
form-count-missing = 请填写应有的行数
form-count-unreadable = 请用数字填写行数，不加分隔符
form-total-missing = 请填写金额应有的合计
form-sheet-missing = 请选择表格文件
form-sheet-too-large = 文件过大：请分几次提交
form-sheet-too-many-rows = 表格超过 { $count } 行：请分几次提交
form-sheet-unreadable = 文件不是 CSV 或 XLSX，或已损坏：请重新保存
form-sheet-empty = 表格没有任何数据行
form-sheet-column-payee = 第一行须有且只有一列“收款单位”
form-sheet-column-amount = 第一行须有且只有一列“金额”
form-sheet-column-twice = 第一行中有一列重复
form-sheet-spent = 表格所用资金已被占用：请重新提交
form-sheet-unsound = 表格无法保存：有需改正的行，或合计与填写不符
form-sheets-too-many = 本单位已有十张表格待签署：请先签署或删除一些
form-sheet-busy = 服务器繁忙：请稍后再试
form-sheet-failed = 服务器未能登记：请再试一次
form-due-before = 签收期限不能早于拨款日期
form-payee-missing = 请填写收款方
form-payee-accounts = 收款方有多个账户，且贵单位尚未向其拨过款：请在命令行中指定账户，countersign issue --account
form-payee-own = 不能拨给本单位
form-payee-unknown = 没有这个名称的成员：请另填，或从下面选择
form-programme-missing = 请选择项目
form-purpose-unreadable = 用途请写成一行，不要使用特殊字符
form-ref-drafted = 另一份草稿已用此编号，请换一个
form-ref-missing = 请填写编号
form-ref-unreadable = 编号为1到64个字母、数字或符号，不含空格和汉字
form-ref-used = 此编号已于{ $detail }使用，请换一个
form-sent-missing = 请填写拨款日期
form-sum-beyond = 超出可拨金额：最多可拨{ $detail }
form-sum-missing = 请填写金额
form-sum-scattered = 持有款项过于零散，一笔拨款无法容纳：请分次拨出
form-sum-zero = 请输入大于零的金额
form-changed = 您查看期间，该笔款项有变动。请重新核对后再签署
form-key-not-held = 本服务器没有保存贵单位的密钥。请联系服务器管理员，或用自己的密钥确认。
form-refused = 账本没有接受。
form-invitation-gone = 该邀请已被使用、已撤回或已过期。请索取新的邀请。
form-invitation-not-waiting = 该邀请无须您确认：已被确认、已撤回或已过期

## Who signed, on public pages

event-signer-server = 通过服务器签收，密钥{ $key }
signature-server = 通过服务器签收：经第二重验证后，由服务器保管的{ $member }密钥{ $key }签名。
signature-server-approved = 经服务器批准：经第二重验证后，由服务器保管的{ $member }密钥{ $key }签名。
signature-server-new = { $member }的新密钥{ $key }本身的签名，此后由服务器保管。
signature-server-signed = 经服务器签名：经第二重验证后，由服务器保管的{ $member }密钥{ $key }签名。

## 收据所附照片或 PDF。
document-add = 附上照片或 PDF
document-file = 照片或 PDF
document-file-hint = 例如银行回单：JPEG、PNG、WebP 或 PDF，不超过 { $count } MB。付款方、收款方人员和审计人员可以打开；所有人都能看到有附件。照片的拍摄地点和设备信息会被去除；PDF 按原样保存，包括其中的作者姓名。
document-beside = 已附：{ $document }。选择新文件将替换它。
document-leave-out = 不附此文件
document-row = 附件
document-open-own = 打开附件
evidence-title = 条目的附件
evidence-of = 所属条目：{ $entry }
evidence-about = 付款方、收款方人员和审计人员可以打开。公开页面只显示摘要。
evidence-salt = 盐值
evidence-take = 保存文件
evidence-missing = 此处不再保存该文件。其摘要仍保留在条目中。
evidence-differs = 此处的文件与签署时的文件不一致，因此不予提供。请告知服务器管理员。
evidence-check = 如何核对文件
evidence-check-about = 摘要是 32 字节盐值与文件内容相连后的 SHA3-256。有了两者，用下面的命令即可算出：
form-document-too-large = 文件超过 { $count } MB：请缩小照片或重新保存
form-document-kind = 请选择 JPEG、PNG、WebP 或 PDF 文件
form-document-unreadable = 文件已损坏、是动图或像素过多：请重新保存
form-documents-too-many = 您待签署的附件过多：请先签署相应的收据
