"""Learn facts about IR: what is reached, what may raise."""
