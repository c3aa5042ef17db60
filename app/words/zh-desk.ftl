### 经办台的文案：面向为成员单位签收的经办人员，常用手机，常常很忙。以 en-desk.ftl 为准。

## The frame of the desk

desk-sign-in = 登录
desk-sign-out = 退出
desk-sign-out-everywhere = 退出所有设备
desk-signed-in = { $account }（{ $member }）
desk-tasks = 待签收
desk-drafts = 拨款
desk-people = 人员
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
drafts-no-key = 本服务器没有保管贵单位的密钥，无法在此签署。可请服务器运营方设置。
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
draft-save-about = 草稿将等候另一人复核；对方看到同一份原文并签署。在此之前您可以修改或删除。
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
draft-meaning = 签署即表示{ $member }公开说明拨出此款。由本服务器保管的该单位密钥代为签署，所有人都会看到。以后可以另行冲回，但永远不能删除。
draft-sign = 批准并签署
draft-spent = 所支出的款项已另作他用，这份草稿不能照此签署。请退回重新起草。
draft-more-signers = 本项目规定这一金额须由两人签署。服务器保管的密钥只算一人，因此须由两人用各自的密钥在命令行签署：countersign issue --key … --also …
draft-back-title = 有不妥之处
draft-back-reason = 原因
draft-back-hint = 同事会看到，不对外公开。
draft-back = 退回
draft-edit = 修改
draft-delete = 删除草稿

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
device-waits-about = 由为贵单位管理密钥的另一人在命令行中批准，并核对此处所示的密钥编号：
device-waits-until = 截至 { $time }
device-keys = 您在账本上的密钥
device-none = 暂无。
device-since = 自 { $day } 起
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
approve-by-command = 也可用密钥文件在命令行中批准：
people-devices = 等待您批准的设备密钥
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
