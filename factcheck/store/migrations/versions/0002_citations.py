"""The writer's citations, and what a file says of speakers, pages and time codes."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("revision", sa.Column("turns", sa.String(), nullable=False, server_default="[]"))
    op.add_column("revision", sa.Column("markers", sa.String(), nullable=False, server_default="[]"))
    op.create_table(
        "citation",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("revision", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("payload", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["revision"],
            ["revision.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_citation_revision", "citation", ["revision"], unique=False)
    op.create_table(
        "claim_citation",
        sa.Column("claim", sa.String(), nullable=False),
        sa.Column("citation", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["citation"],
            ["citation.id"],
        ),
        sa.ForeignKeyConstraint(
            ["claim"],
            ["claim.id"],
        ),
        sa.PrimaryKeyConstraint("claim", "citation"),
    )
    op.create_index("ix_claim_citation_citation", "claim_citation", ["citation"], unique=False)
