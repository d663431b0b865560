"""Make dispatchers: functions that choose by the receiver's class among all live ones."""
