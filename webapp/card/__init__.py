"""The card (明白卡): one sheet for the office, one picture for the phone, and the way back."""
