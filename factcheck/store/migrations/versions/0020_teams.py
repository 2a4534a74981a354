"""Several people at one database: who holds a claim for now, and what is to be known of the database itself.

PostgreSQL gets the order in which rows were kept, which SQLite has of itself.
"""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0009"
branch_labels = None
depends_on = None

ORDERED = ("article", "revision", "claim", "citation", "evidence")


def upgrade() -> None:
    op.create_table(
        "claim_lock",
        sa.Column("claim", sa.String(), nullable=False),
        sa.Column("user", sa.String(), nullable=False),
        sa.Column("until", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["claim"], ["claim.id"]),
        sa.PrimaryKeyConstraint("claim"),
    )
    op.create_table(
        "mark",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("name"),
    )
    if op.get_bind().dialect.name == "postgresql":
        for table in ORDERED:
            op.add_column(table, sa.Column("rowid", sa.BigInteger(), sa.Identity(always=True), nullable=False))
