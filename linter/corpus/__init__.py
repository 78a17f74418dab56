"""What many documents have in common: lines that recur, and the rules proposed for them."""
