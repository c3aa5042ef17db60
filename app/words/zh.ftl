## The frame of every page

# The name of the software: the same in every language.
site-name = Countersign
