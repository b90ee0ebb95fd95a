"""The pages beside the conversation: browse, compare, checklist, references, evaluation, settings. `app.py` lists them."""
