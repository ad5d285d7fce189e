"""The panel beside a conversation: who the customer is and what else they wrote."""
