"""What a source itself rules on a claim, and which statement it rules on."""
