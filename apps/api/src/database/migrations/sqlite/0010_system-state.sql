CREATE TABLE `mail_servers` (
	`id` text PRIMARY KEY NOT NULL,
	`host` text NOT NULL,
	`port` integer NOT NULL,
	`security` text NOT NULL,
	`account` text,
	`password` text,
	`sender_name` text,
	`sender_address` text NOT NULL,
	`reply_to` text,
	`revision` integer NOT NULL,
	`is_set` integer NOT NULL,
	`staff_id` text,
	`changed_at` integer NOT NULL
);

CREATE TABLE `processes` (
	`id` text PRIMARY KEY NOT NULL,
	`role` text NOT NULL,
	`machine` text NOT NULL,
	`version` text NOT NULL,
	`keys` text NOT NULL,
	`started_at` integer NOT NULL,
	`seen_at` integer NOT NULL,
	`skew_milliseconds` integer NOT NULL
);

CREATE INDEX `processes_seen` ON `processes` (`seen_at`);
CREATE TABLE `job_runs` (
	`id` text PRIMARY KEY NOT NULL,
	`process_id` text NOT NULL,
	`job` text NOT NULL,
	`every_milliseconds` integer NOT NULL,
	`busy_since` integer,
	`last_ended_at` integer,
	`last_good_at` integer,
	`failing_since` integer,
	`failure` text
);

CREATE UNIQUE INDEX `job_runs_job` ON `job_runs` (`process_id`,`job`);
CREATE TABLE `lights` (
	`id` text PRIMARY KEY NOT NULL,
	`state` text NOT NULL,
	`says` text NOT NULL,
	`light_values` text NOT NULL,
	`since` integer NOT NULL,
	`checked_at` integer NOT NULL
);

