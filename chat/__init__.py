"""What the chat page is drawn with, in Streamlit: `app.py` puts it together. Nothing but `app.py` imports it."""
