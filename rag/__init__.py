"""The assistant: finds passages, answers from them, and checks every claim before it is shown."""
