### 读者自己的设备核验条目时所说的话。

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
verify-some-fail = 有一项核验不成立。请勿依据目前的条目或文件行事。
verify-some-open = 能核验的均成立；有的内容无法核验。
verify-took = 本机用时 { $ms } 毫秒。
verify-trust-bad = 您所信任的内容无法读作日志公钥或 tlog-policy：{ $why }
verify-proof-bad = 该文件不是条目的证明：{ $why }
verify-note-missing = 证明中没有条目本身，因此无从比对。
verify-form = 该文本是一个条目，每个字节都符合格式：{ $author } 的 { $kind }。
verify-form-bad = 该文本不是符合格式的条目：{ $why }
verify-identity = 其标识（文本的指纹）是 { $identity }。
verify-identity-same = 其标识（文本的指纹）与本页地址中的一致。
verify-identity-bad = 这不是本页所说的条目：其标识是 { $identity }。
verify-signature = 由 { $name } 用密钥 { $key } 签署。该密钥属于该名称，由日志中第 { $index } 个条目说明，该条目也已取得并核验。
verify-signature-own = 由 { $name } 用密钥 { $key } 签署，该密钥由该条目自己登记。
verify-signature-bad = { $name } 用密钥 { $key } 所作的签名与此文本不符：两者之一被改动过。
verify-signature-open = 以 { $name } 的名义用密钥 { $key } 签署。登记该密钥的条目不在手边，因此未核验签名。
verify-included = 它是日志 { $log } 共 { $size } 条中的第 { $index } 条（从 0 数起）：证明从它通向检查点的根。
verify-included-bad = 证明不能从该条目（共 { $size } 条中的第 { $index } 条）通向检查点的根：{ $why }
verify-log = 检查点由您信任的日志公钥 { $key } 签署。
verify-log-bad = 该检查点不可信：{ $why }
verify-witness = { $name } 看到了这个检查点，并于 { $time } 副签。
verify-quorum = 已达到策略规定的见证法定数。
verify-quorum-none = 您的策略不要求见证方：所有人看到的是同一份日志，只有日志保管方这样说。
verify-quorum-bad = 未达到策略规定的见证法定数：{ $why }

## 含义

verify-proves = 这证明了什么
verify-proves-text = 持有上述密钥的人签署的正是这段文本，此后一个字节也没有改动。
verify-proves-log = 日志保管方已承诺它在这个位置。要撤下或改动它，必然与您文件中的签名相矛盾。
verify-proves-not = 这不能证明什么
verify-proves-not-true = 所签内容属实：双方若说同样的假话，要靠银行、领取人和实地核查来发现。
verify-proves-not-rules = 条目符合账本规则、各项金额相符，或密钥在签署前未被撤销：这需要整个日志，由命令行和每个镜像核验。
verify-proves-not-server = 本页诚实：它来自被核验的服务器。您自己保存的副本、命令行或其他机构的镜像不依赖它。

## 使用命令行

verify-elsewhere = 使用命令行，不依赖本页
verify-elsewhere-about = 用程序 countersign 对您保存的文件作同样的核验，不需要网络。
verify-commands = 命令
verify-elsewhere-key = 请从另一处记下日志公钥，例如报纸、同事或去年的打印件：只由本服务器给出的公钥证明不了多少。
verify-elsewhere-whole = 把文件换成日志的地址或其瓦片文件夹，就会核验每个条目、每个签名、每条规则和每个合计。
verify-elsewhere-tools = 格式是 C2SP 的 signed note、tlog-tiles 和 tlog-proof：其他人的工具也能读取。
