"""What `lint-corpus` does with many documents: lines that recur, plans, comparisons, samples. Prints nothing."""
