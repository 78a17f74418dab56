"""Many files, checked or fixed one after another or over processes."""
