"""Conversations: an earlier question kept with what came of it, a later one resolved so that it stands alone."""
