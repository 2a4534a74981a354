"""How alembic reaches the database: over the connection that `store.database` hands it, in one transaction."""

from alembic import context
from sqlmodel import SQLModel

import factcheck.store.tables  # noqa: F401 - registers the tables

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=SQLModel.metadata,
    transactional_ddl=True,
)
context.run_migrations()
