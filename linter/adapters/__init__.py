"""mtlint inside other engines. Everything goes through one function on Arrow tables, ``linter.adapters.arrow``.

Each module needs its engine, which is an optional extra: ``mtlint[datatrove]``, ``mtlint[ray]``,
``mtlint[spark]``, ``mtlint[datasets]``. The findings and the fixed texts are those of ``lint`` on a file.
"""
