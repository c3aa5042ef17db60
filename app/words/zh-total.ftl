### 读者自己的设备核对项目合计时的文案。

total-title = 自行核对本项目的合计
total-link = 自行核对这些合计
total-lead = 您自己的设备会取回公开日志中的每一个条目，核对其签名和它在日志中的位置，并把资金重新加总。这里不采用本服务器算出的合计。
total-no-script = 本页的核对需要 JavaScript 和 WebAssembly，而本页目前没有。命令行可以做同样的核对，而且更全面。
total-caption = 本页的数字（{ $currency }），依据 { $count } 个条目
total-on-page = 本页所示
total-by-entries = 按条目计算
total-of-month = { $month }：{ $term }

## The form

total-start = 取回日志并核对
total-again = 再次核对
total-stop = 停止
total-trust = 您信任的日志公钥和策略
total-trust-hint = 这里是本服务器对自己的说明。若换成您以前记下的、或从别处得来的内容，会更有价值：一个日志公钥，或一份列有见证方和法定数的 tlog-policy。
total-progress = 已核对 { $done } 个条目，共 { $all } 个
total-stopped = 已停止：核对了 { $done } 个条目，共 { $all } 个。对合计没有得出任何结论。

## The result

total-all-hold = 各项核对都成立：按条目算出的正是本页的数字。
total-some-fail = 有一项核对不成立。请不要就这样依赖这些数字。
total-some-open = 有的内容无法核对，因此对合计不下结论。
total-took = 在本机用时 { $seconds } 秒，处理 { $bytes } MB 条目。
total-unreachable = 取不到日志的检查点：{ $why }
total-checkpoint-bad = 无法读取日志的检查点：{ $why }
total-too-many = 日志有 { $entries } 个条目。受内存和等待时间所限，浏览器页面最多核对 { $max } 个；命令行不限数目。
total-truncated = 日志过早结束：其检查点有 { $size } 个条目，而本页依据 { $entries } 个。若刚有新条目，请过一分钟再核对；若一直如此，则本页所示多于已公布的内容。
total-bundle-bad = 从第 { $first } 个起的条目取不到或无法读取：{ $why }
total-root = 全部 { $size } 个条目合起来得出检查点的根：它们正是日志 { $log } 所签署的条目，顺序一致，一个不少。
total-root-bad = 这些条目得不出检查点对 { $size } 个条目所签的根：日志签署之后，有人改动、删去或移动了某个条目。
total-entries = 全部 { $entries } 个条目都符合格式，{ $signatures } 个签名与其文本相符。
total-entry-bad = 第 { $index } 个条目有误（{ $kind } { $identity }）：{ $why }
total-entry-unreadable = 第 { $index } 个条目无法读取：{ $why }
total-money = { $steps } 笔付款的资金都对得上：没有一笔从没有这笔钱的来源支出，计为收到的也没有超过所发出的。
total-same = 本页和本项目各月的全部 { $count } 个数字，都与前 { $entries } 个条目算出的一致。
total-differs = { $figure }：本页为 { $page }，按条目为 { $entries }。
total-not-compared = 没有比较数字。

## What it means

total-checked = 核对了什么，证明了什么
total-checked-log = 您信任的日志公钥签署了检查点，并且全部条目合起来得出检查点的根。
total-checked-entries = 每一个条目：其格式、它属于本账本且只出现一次，以及每个签名都与日志自己为该名称登记的密钥相符。
total-checked-money = 每个项目的资金：没有条目支出、退回、收回或核销超过现有的数额，并且每个条目所说的付款、付款方和收款方都对得上。
total-checked-figures = 上面的数字和本项目各月的数字，与条目算出的一致，分毫不差。
total-checked-proves = 若全部成立，这些合计就出自付款方和收款方所签署的内容，而不出自别处。
total-unchecked = 这里没有核对什么
total-unchecked-rules = 其余规则：密钥是否依规登记、签署时是否有相应职责或已被吊销，以及限额、第二人核准、已结账期间和时钟。全部规则对一个页面来说太大；命令行和每个镜像都会核对。
total-unchecked-figures = 本项目按层级和按地区的数字、待核事项，以及未确认的款项中有多少已逾期。
total-unchecked-true = 所签署的内容是否属实：双方若说同样的假话，就要靠银行、受益人和实地核查来发现。
total-unchecked-server = 本页是否可信：它来自被核对的服务器。命令行或其他方的镜像不依赖它。

## With the command line

total-elsewhere-about = 程序 countersign 用每条规则核对每个条目。您自己的副本随后就有各项合计，可以与本页比较。
total-elsewhere-mirror = 镜像会继续跟随日志；日志一旦偏离其所签署的内容，镜像就停下并保存证据。
