# 设备已签署、服务器尚未收到的收据。

outbox-title = 本设备已签署
outbox-what = { $from } 的 { $amount }
outbox-what-draft = 给 { $to } 的 { $amount }
outbox-waiting = { $what }：已签署，正在本设备等待。网络恢复后，或您稍后再次打开工作台时，会自动发送。请勿重复签署。
outbox-sent = { $what }：已发送并登记。
outbox-sent-draft = { $what }：您的签名已送达。
outbox-door = { $what }：已签署，正在本设备等待。登录后即会发送。
outbox-code = { $what }：已签署，正在本设备等待。因间隔时间较长，服务器要求先输入验证码。
outbox-refused = { $what }：已签署，但未被接受。服务器提示：{ $why }
outbox-see = 查看收据
outbox-see-draft = 查看草稿
outbox-enter = 登录
outbox-remove = 从本设备移除
outbox-send = 发送

# 附件分段上传时的提示。

parts-sending = 正在上传文件：已到 { $done } kB，共 { $all } kB。
parts-waiting = 网络已断开：已到 { $done } kB，共 { $all } kB。网络恢复后会继续上传其余部分。请保持本页打开，或稍后重新选择同一文件。
parts-there = 文件已上传，将附在您的答复中。
parts-along = 文件将随您的答复一起发送。
parts-held = 文件上传完成后，您的答复会自动提交。
parts-leave = 不附文件，继续
