"""The version of mtlint, in one place."""

VERSION = "0.1.0"
