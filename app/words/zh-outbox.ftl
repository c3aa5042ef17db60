# 设备已签署、服务器尚未收到的收据。

outbox-title = 本设备已签署
outbox-what = { $from } 的 { $amount }
outbox-waiting = { $what }：已签署，正在本设备等待。网络恢复后，或您稍后再次打开工作台时，会自动发送。请勿重复签署。
outbox-sent = { $what }：已发送并登记。
outbox-door = { $what }：已签署，正在本设备等待。登录后即会发送。
outbox-code = { $what }：已签署，正在本设备等待。因间隔时间较长，服务器要求先输入验证码。
outbox-refused = { $what }：已签署，但未被接受。服务器提示：{ $why }
outbox-see = 查看收据
outbox-enter = 登录
outbox-remove = 从本设备移除
outbox-send = 发送
