CREATE TABLE `backups` (
	`id` text PRIMARY KEY NOT NULL,
	`night` text,
	`state` text NOT NULL,
	`started_at` integer NOT NULL,
	`ended_at` integer,
	`attempts` integer DEFAULT 1 NOT NULL,
	`wait_until` integer,
	`failure` text,
	`file` text,
	`kilobytes` integer
);

CREATE UNIQUE INDEX `backups_night` ON `backups` (`night`);
CREATE INDEX `backups_started` ON `backups` (`started_at`);
