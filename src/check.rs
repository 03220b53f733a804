//! Draft × record × rules → findings, in the order of the draft.
