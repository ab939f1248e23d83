CREATE TABLE `message_texts` (
	`id` text PRIMARY KEY NOT NULL,
	`message` text NOT NULL,
	`subject` text,
	`title` text,
	`text` text NOT NULL
);

CREATE UNIQUE INDEX `message_texts_message_unique` ON `message_texts` (`message`);
