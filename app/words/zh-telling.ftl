### 邮件通知的文案及选择通知的页面。以 en-telling.ftl 为准。信中只写单位名称和链接，不写个人、账号和金额。

## What to be told

desk-telling = 通知
telling-title = 给您的通知
telling-lead = 有与{ $member }相关的事项时，本服务器可以给您发邮件。您没有选择之前，不会发送任何内容。
telling-no-mail = 本服务器不发邮件。可请服务器运营方设置。
telling-saved = 您的选择已保存。
telling-goes-to = 通知发往{ $address }。
telling-link-sent = 确认链接正在发往{ $address }。在您打开链接并确认该地址之前，不会向其发送其他内容。
telling-address = 您的电子邮箱
telling-address-hint = 仅用于这些通知，同事和公众都看不到。留空则不发送任何内容。
telling-at-once = 出现以下情况时立即通知我
telling-waits = 有款项等待签收
telling-differs = 对方说法不一致：少收、多收或未收到
telling-finding = 待核事项涉及本单位：逾期、滞留或疑似重复拨付
telling-back = 有款项退回，或一笔拨款被撤回
telling-draft = 同事的草稿等待第二人复核
telling-signature = 其他成员的草稿请本单位签署
telling-question = 有人就一笔拨款询问本单位
telling-answer = 本单位的询问得到答复
telling-vote = 有提案等待我方表决
telling-summary = 每日汇总
telling-asks-address = 确认邮箱
telling-test = 测试
telling-hour = 每日汇总的时间（整点）
telling-hour-hint = 0到23之间的整点，当地时间（UTC{ $offset }）。留空则不发送。没有待办事项的日子不发送。
telling-language = 通知所用语言
telling-save = 保存
telling-to-hooks = 接收通知的程序，以及未能送达的邮件

## Behind a message's links

telling-confirm-title = 确认您的邮箱
telling-confirm-about = 您在经办台选择的通知将发到这个邮箱。
telling-confirm = 确认此邮箱
telling-confirmed = 已确认。今后的通知将发到这个邮箱。
telling-stop-title = 停止全部通知
telling-stop-about = 不再向这个邮箱发送通知，本服务器也不再保留该地址。
telling-stop = 停止全部通知
telling-stopped = 已停止，您的邮箱地址已删除。您可以随时在经办台重新选择。
telling-link-gone = 此链接已被使用，或已过期。

## Programs that are told

hooks-title = 接收通知的程序
hooks-lead = 与{ $member }相关的事项可以立即通知其程序。通知中只有记录的公开链接，不含任何个人信息。
hooks-none-here = 本服务器不知道自己的公开地址，因此无法通知程序。可请服务器运营方设置。
hooks-new = 新增地址
hooks-url = 程序的地址
hooks-url-hint = 以https://开头，可从互联网访问。
hooks-add = 新增
hooks-secret = 新地址的密钥
hooks-secret-once = 只显示这一次。程序凭它核对通知确实来自本服务器。
hooks-since = { $day }起
hooks-test = 发送测试
hooks-tested = 测试已发出。重新载入本页即可查看结果。
hooks-remove = 删除此地址
hooks-remove-about = 不再向其发送任何内容，尚未发出的也一并删除。
hooks-remove-now = 删除
hooks-deliveries = 已发送的通知
hooks-nothing-sent = 尚未发送任何通知。
hooks-caption = 最近发给程序的通知，最新的在前
hooks-failed = 未能送达的邮件
hooks-failed-caption = 发给本单位人员但未送达的邮件，最新的在前
hooks-when = 时间
hooks-what = 事项
hooks-to = 接收方
hooks-stand = 结果
hooks-stand-waits = 等待中
hooks-stand-sent = 已送达
hooks-stand-given-up = 已放弃
hooks-why = { $why }，已尝试{ $count }次
hooks-why-status = 对方返回{ $status }
hooks-why-smtp = 邮件服务器以{ $status }拒绝
hooks-why-timed-out = 未及时答复
hooks-why-address = 不是公共互联网地址
hooks-why-tls = 无法建立安全连接
hooks-why-unreachable = 无法连接
hooks-why-other = 未能发送
deed-hook-added = 新增了程序的地址
deed-hook-removed = 删除了程序的地址
form-address-unreadable = 请输入电子邮箱，例如office@town.example
form-address-soon = 刚刚已发送过一个链接：请在十分钟后再填写其他地址
form-hour-unreadable = 请输入0到23之间的整点，或留空
form-hook-missing = 请输入程序的地址
form-hook-unreadable = 请输入完整地址，例如https://town.example/told，其中不得含密码
form-hook-https = 地址必须以https://开头
form-hook-private = 地址必须是公共互联网地址
form-hook-many = 地址数量已达上限：请先删除一个

## Letters

letter-waits-subject = { $member }：有款项等待签收
letter-waits = 有一笔款项拨给{ $member }，等您答复：款到了吗？
letter-differs-subject = { $member }：对方的说法不一致
letter-differs = 在一笔与{ $member }有关的拨款上，对方签署的内容对不上：{ $finding }。
letter-finding-subject = { $member }：新的待核事项
letter-finding = 一项待核事项涉及{ $member }：{ $finding }。
letter-back-subject = { $member }：有款项退回
letter-back = 一笔与{ $member }有关的拨款有款项退回，或被撤回。请查看，需要答复的请答复。
letter-draft-subject = { $member }：有草稿等待第二人复核
letter-draft = 同事为{ $member }起草了一笔拨款，等待第二人复核并签署。
letter-signature-subject = { $member }：有草稿请您签署
letter-signature = 另一成员起草并签署了一份文件，须经{ $member }签署方可生效。请查看后签署，或退回。
letter-question-subject = { $member }：有关于拨款的询问
letter-question = 收款方就{ $member }的一笔拨款提出询问，等待答复。
letter-answer-subject = { $member }：询问已得到答复
letter-answer = { $member }就一笔拨款提出的询问已得到答复。
letter-vote-subject = { $member }：有提案待表决
letter-vote = 有一项接纳成员或变更成员的提案。{ $member }所属的控制方有表决权。
letter-summary-subject = { $member }：今日待办
letter-summary = { $member }今日待办：
letter-summary-steps = 有{ $count }笔款项等待签收。
letter-summary-drafts = 有{ $count }份草稿等您复核。
letter-summary-asked = 其他成员有{ $count }份草稿请您签署。
letter-summary-questions = 有{ $count }条关于拨款的询问等待答复。
letter-summary-votes = 有{ $count }项提案等待贵方表决。
letter-summary-findings = 有{ $count }件未结待核事项涉及本单位。
letter-address-subject = { $member }：请确认此邮箱
letter-address = 一位代表{ $member }登录的人员希望将通知发到这个邮箱。如果是您本人，请打开以下链接并确认：
letter-address-not-you = 如果不是您，无需任何操作。不会再向此邮箱发送其他内容。
letter-desk = 前往经办台：{ $link }
letter-foot = 这是您选择接收的通知。更改设置：{ $link }
letter-foot-address = 发送此邮件，是因为有人在经办台填写了该地址。只发送一次。
letter-stop = 停止全部通知：{ $link }
