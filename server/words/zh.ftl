# What the commands say, by topic. Errors and help have files of their own.
