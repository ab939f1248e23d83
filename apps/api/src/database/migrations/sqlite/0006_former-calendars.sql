ALTER TABLE `appointments` ADD `former_calendar_ids` text;
