### 读者自己的设备核验条目时的文案。

verify-title = 核验该条目
verify-title-files = 核验一个条目
verify-link = 自行核验该条目
verify-lead = 由您自己的设备核验签署了什么、是否在公开日志中。不向任何人发送任何内容，也不以本服务器的说法为准。
verify-no-script = 本页的核验需要 JavaScript 和 WebAssembly，本页目前没有。命令行可以做同样的核验，而且更全面。

## 表单

verify-start = 开始核验
verify-again = 重新核验
verify-files = 证明文件
verify-files-hint = 选择或拖入 .tlog-proof 文件。登记密钥的条目在所选文件中或能取得时，才核验签名。本页打开后，离线也可使用。
verify-trust = 您信任的日志公钥和策略
verify-trust-hint = 这里是本服务器对自己的说明。若换成您以前记下的或从他人处得到的内容，更有价值：日志公钥，或写明见证方和法定数的 tlog-policy。
verify-fetching = 正在取得证明……
verify-unreachable = 无法取得证明：{ $why }。仍可核验证明文件。

## 结果

verify-holds = 成立
verify-fails = 不成立
verify-open = 未核验
verify-all-hold = 各项核验均成立。
verify-some-fail = 有一项核验不成立。目前请勿以该条目或文件为准。
verify-some-open = 能核验的均成立，但有的内容无法核验。
verify-took = 本机用时 { $ms } 毫秒。
verify-trust-bad = 您所信任的内容无法读作日志公钥或 tlog-policy：{ $why }
verify-proof-bad = 该文件不是条目的证明：{ $why }
verify-note-missing = 证明中没有条目本身，因此无从比对。
verify-form = 该文本是一个条目，每个字节都符合格式：{ $kind }，签名方 { $author }。
verify-form-bad = 该文本不是符合格式的条目：{ $why }
verify-identity = 其标识（文本的指纹）是 { $identity }。
verify-identity-same = 其标识（文本的指纹）与本页地址中的相同。
verify-identity-bad = 这不是本页所说的条目：其标识是 { $identity }。
verify-signature = 由 { $name } 用密钥 { $key } 签署。该密钥属于该名称，见日志中第 { $index } 个条目；该条目也已取得并核验。
verify-signature-own = 由 { $name } 用密钥 { $key } 签署，该密钥由该条目自己登记。
verify-signature-bad = { $name } 用密钥 { $key } 所作的签名与此文本不符：两者之一被改动过。
verify-signature-open = 以 { $name } 的名义用密钥 { $key } 签署。手边没有登记该密钥的条目，因此未核验签名。
verify-included = 它是日志 { $log } 共 { $size } 条中的第 { $index } 条（从 0 数起）：证明从它通向检查点的根。
verify-included-bad = 证明不能从该条目（共 { $size } 条中的第 { $index } 条）通向检查点的根：{ $why }
verify-log = 检查点由您信任的日志公钥 { $key } 签署。
verify-log-bad = 该检查点不可信：{ $why }
verify-witness = { $name } 看到了这个检查点，并于 { $time } 会签。
verify-quorum = 已达到策略规定的见证法定数。
verify-quorum-none = 您的策略不要求见证方：所有人看到的是否同一份日志，只凭日志保管方一家之言。
verify-quorum-bad = 未达到策略规定的见证法定数：{ $why }

## 核验不成立的原因

why-line = 第 { $line } 行：{ $what }
why-status = 服务器在 { $address } 答复 { $status }
why-no-answer = 服务器没有答复
why-too-long = 长度超过格式的上限
why-not-text = 不是 UTF-8 纯文本
why-no-signatures = 正文与签名之间没有空行
why-signature-line = 第 { $number } 行签名无法读取
why-signature-order = 第 { $number } 行签名顺序不对，或重复出现
why-signature-count = 正文称有 { $said } 个签名，其下有 { $found } 个
why-not-an-entry = Countersign 的条目不是这样开头
why-version-unknown = 此处不认识格式版本 { $version }
why-kind-unknown = 此处不认识条目种类“{ $kind }”
why-field-expected = 缺少字段“{ $field }”
why-field-invalid = 字段“{ $field }”的写法不符合格式
why-field-repeats = 字段“{ $field }”超过 { $limit } 次、重复或顺序不对
why-trailing = 最后一个字段之后不得再有内容
why-not-canonical = 按照格式只有一种写法，而这不是那一种
why-proof-line = 证明文件此处应为其他内容
why-checkpoint-text = 检查点应有三行：日志名称、大小和根
why-other-log = 它属于日志 { $found }，而不是 { $wanted }
why-log-unknown = 您没有填写日志 { $found } 的公钥
why-log-missing = 缺少日志自己的签名
why-none-known = 其中没有一个签名出自您信任的密钥
why-signature-invalid = { $name } 用密钥 { $key } 所作的签名与文本不符
why-keys-share-id = { $name } 有两把密钥的编号都是 { $key }
why-index-outside = 日志中没有这个位置
why-path-length = 证明有 { $found } 个哈希值，应有 { $wanted } 个
why-other-root = 它通向另一个根
why-cut-off = 有条目不完整
why-other-count = 有 { $found } 个条目，应有 { $wanted } 个
why-witnesses = { $of } 个见证方中有 { $seen } 个
why-keyword = 开头是“{ $word }”，而不是 log、witness、group 或 quorum
why-policy-form = 应写作“{ $form }”
why-key-unreadable = 密钥无法读取
why-key-kind = 日志公钥的类型为 01，见证方为 04
why-key-twice = 这把密钥已在第 { $other } 行出现
why-name-taken = 名称“{ $name }”已被使用
why-name-unknown = 前面没有名为“{ $name }”的内容
why-member-twice = “{ $name }”已属于一个组
why-threshold = 组的门槛为 any、all 或 1 至 { $limit } 的数
why-quorum-twice = 出现了第二个法定数
why-quorum-missing = 没有一行说明需要怎样的法定数
why-too-many = 日志、见证方或组的数目超过上限

## 含义

verify-proves = 这证明了什么
verify-proves-text = 持有上述密钥的人签署的正是这段文本，此后一个字节也没有改动。
verify-proves-log = 日志保管方已承诺它在这个位置。要撤下或改动它，必然与您文件中的签名相矛盾。
verify-proves-not = 这不能证明什么
verify-proves-not-true = 所签内容属实：双方若说同样的假话，就要靠银行、受益人和实地核查来发现。
verify-proves-not-rules = 条目符合账本规则、各项金额相符，或密钥在签署前未被吊销：这需要整个日志，由命令行和每个镜像核验。
verify-proves-not-server = 本页可信：它来自被核验的服务器。您自己保存的副本、命令行或其他方的镜像则不依赖它。

## 使用命令行

verify-elsewhere = 使用命令行，不依赖本页
verify-elsewhere-about = 用程序 countersign 对您保存的文件作同样的核验，不需要网络。
verify-commands = 命令
verify-elsewhere-key = 请从另一处记下日志公钥，例如报纸、同事或去年的打印件：只由本服务器给出的公钥证明不了多少。
verify-elsewhere-whole = 把文件换成日志的地址或其瓦片文件夹，就会核验每个条目、每个签名、每条规则和每个合计。
verify-elsewhere-tools = 所用格式是 C2SP 的 signed note、tlog-tiles 和 tlog-proof，其他人编写的工具也能读取。
