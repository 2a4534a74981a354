"""The dialogs of the workbench. Each closes on Esc, says its keys on its last line, and keeps what was typed."""
