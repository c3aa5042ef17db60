# What help says; its English stands at the command or flag, in the code.
