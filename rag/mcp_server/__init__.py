"""The MCP server: the API's values for assistants that speak the Model Context Protocol; nothing below imports it."""
