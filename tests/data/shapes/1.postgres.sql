CREATE TABLE centre (
	id SERIAL NOT NULL, 
	document VARCHAR NOT NULL, 
	PRIMARY KEY (id), 
	CHECK (id = 1)
);
CREATE TABLE event (
	revision BIGINT NOT NULL, 
	at BIGINT NOT NULL, 
	act VARCHAR NOT NULL, 
	ticket_id BIGINT, 
	ticket VARCHAR, 
	service_day VARCHAR, 
	service VARCHAR, 
	class_ VARCHAR, 
	"window" INTEGER, 
	services VARCHAR, 
	place BIGINT, 
	arrival BIGINT, 
	out_of_turn BOOLEAN, 
	clock_set_back BOOLEAN, 
	seal BYTEA, 
	salted BYTEA, 
	digest BYTEA NOT NULL, 
	PRIMARY KEY (revision), 
	CHECK (revision >= 1)
);
CREATE TABLE note (
	revision BIGINT NOT NULL, 
	salt BYTEA NOT NULL, 
	text VARCHAR NOT NULL, 
	PRIMARY KEY (revision)
);
CREATE TABLE service (
	id VARCHAR NOT NULL, 
	PRIMARY KEY (id)
);
CREATE TABLE store (
	id SERIAL NOT NULL, 
	shape INTEGER NOT NULL, 
	revision BIGINT NOT NULL, 
	head VARCHAR NOT NULL, 
	at BIGINT NOT NULL, 
	arrival BIGINT NOT NULL, 
	service_day VARCHAR NOT NULL, 
	centre_revision BIGINT NOT NULL, 
	PRIMARY KEY (id), 
	CHECK (id = 1)
);
CREATE TABLE "window" (
	number INTEGER NOT NULL, 
	state VARCHAR NOT NULL, 
	revision BIGINT NOT NULL, 
	PRIMARY KEY (number), 
	CHECK (state IN ('closed', 'open'))
);
CREATE TABLE ticket (
	id BIGINT NOT NULL, 
	service_day VARCHAR NOT NULL, 
	series VARCHAR NOT NULL, 
	number INTEGER NOT NULL, 
	code VARCHAR, 
	request_key VARCHAR, 
	seal BYTEA NOT NULL, 
	first_service VARCHAR NOT NULL, 
	service VARCHAR NOT NULL, 
	class_ VARCHAR NOT NULL, 
	language VARCHAR NOT NULL, 
	state VARCHAR NOT NULL, 
	arrival BIGINT NOT NULL, 
	place BIGINT NOT NULL, 
	revision BIGINT NOT NULL, 
	acted_at BIGINT NOT NULL, 
	"window" INTEGER, 
	calls INTEGER NOT NULL, 
	first_called_at BIGINT, 
	called_at BIGINT, 
	call_revision BIGINT, 
	started_at BIGINT, 
	requeues INTEGER NOT NULL, 
	requeued_at BIGINT, 
	PRIMARY KEY (id), 
	UNIQUE (service_day, series, number), 
	CHECK (number >= 1), 
	CHECK (class_ IN ('immediate', 'normal', 'priority')), 
	CHECK (state IN ('booked', 'called', 'cancelled', 'expired', 'no-show', 'on-hold', 'removed', 'served', 'serving', 'waiting')), 
	UNIQUE (code), 
	UNIQUE (request_key), 
	FOREIGN KEY(first_service) REFERENCES service (id), 
	FOREIGN KEY(service) REFERENCES service (id), 
	FOREIGN KEY("window") REFERENCES "window" (number)
);
CREATE TABLE window_service (
	"window" INTEGER NOT NULL, 
	service VARCHAR NOT NULL, 
	PRIMARY KEY ("window", service), 
	FOREIGN KEY("window") REFERENCES "window" (number), 
	FOREIGN KEY(service) REFERENCES service (id)
);
CREATE INDEX event_ticket ON event (ticket_id);
CREATE UNIQUE INDEX ticket_in_hand ON ticket ("window") WHERE state IN ('called', 'serving');
CREATE INDEX ticket_on_board ON ticket (service_day, call_revision) WHERE call_revision IS NOT NULL;
CREATE INDEX ticket_on_hold ON ticket (service_day) WHERE state = 'on-hold';
CREATE INDEX ticket_waiting ON ticket (service, service_day, place, id, arrival) WHERE state = 'waiting';
INSERT INTO "centre" VALUES (1, '{"centre":{"id":"test","name":{"az":"Mərkəz","en":"Centre","ru":"Центр"},"timezone":"Asia/Baku","languages":["az","en","ru"],"day_starts":"00:00","address":null,"hours":null},"rules":{"recall_after":"15s","no_show_calls":2,"no_show_after":"1m","requeue_pause":"5m","requeue_times":2,"revive_within":"30m","undo_within":"10s","check_in_early":"30m","check_in_late":"10m","postpone_by":"10m","postpone_times":3},"classes":{"priority":"20m","immediate":"24h"},"agencies":[{"id":"interior","name":{"az":"Daxili işlər","en":"Interior","ru":"Внутренние дела"}},{"id":"finance","name":{"az":"Maliyyə","en":"Finance","ru":"Финансы"}}],"services":[{"id":"id-card","agency":"interior","series":"A","name":{"az":"Şəxsiyyət vəsiqəsi","en":"Identity card","ru":"Удостоверение личности"},"target_wait":"15m","quota":null,"retired":false},{"id":"passport","agency":"interior","series":"A","name":{"az":"Pasport","en":"Passport","ru":"Паспорт"},"target_wait":"15m","quota":null,"retired":false},{"id":"tax","agency":"finance","series":"B","name":{"az":"Vergi","en":"Tax","ru":"Налоги"},"target_wait":"15m","quota":null,"retired":false},{"id":"notary","agency":"finance","series":"C","name":{"az":"Notariat","en":"Notary","ru":"Нотариус"},"target_wait":"15m","quota":null,"retired":false}],"windows":[{"number":1,"services":["id-card","passport"],"retired":false},{"number":2,"services":["passport","tax"],"retired":false},{"number":3,"services":["id-card","passport","tax","notary"],"retired":false}]}');
INSERT INTO "event" VALUES (1, 1795587600000000, 'init', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, decode('e964bdde039700e6770e2e296e5700ac1741cc70a043cd8d0aaeef5a8b08b858', 'hex'), NULL, decode('833a5a426ad9c079d3ec79c53650571ab4a53f1d8a26781d76c1b75c5639b7d0', 'hex'));
INSERT INTO "event" VALUES (2, 1795587600000000, 'take', 2, 'A001', '2026-11-25', 'id-card', 'normal', NULL, NULL, 1795587600000000, NULL, NULL, NULL, decode('685ae66c06c45ba459369234242efb6a5ea881a22e350ef7b0a15a251d861ed3', 'hex'), NULL, decode('a026b2b5b21f6ed84bd0cde93266f90c61b6c69a820a0d1fedecdd8bb935c6de', 'hex'));
INSERT INTO "event" VALUES (3, 1795587660000000, 'take', 3, 'A002', '2026-11-25', 'passport', 'normal', NULL, NULL, 1795587660000000, NULL, NULL, NULL, decode('f77efafab1428594c28e2a3e97b0a65e39eb129d088c17cdbcdfcb2ec75f6f55', 'hex'), NULL, decode('937b9fce3145f2a6ab5c6db720625e0d78e09a67e8d31dfbad984b4bd8551bc7', 'hex'));
INSERT INTO "event" VALUES (4, 1795587720000000, 'take', 4, 'B001', '2026-11-25', 'tax', 'normal', NULL, NULL, 1795587720000000, NULL, NULL, NULL, decode('751a096296abb494d1fe6cc74cc81f017c851b0cf422857b11cbf4a26d52e172', 'hex'), NULL, decode('43a3a3b91333030753e46b2c8f7061062ab0d41fd9f34260e3832113de6f0ad0', 'hex'));
INSERT INTO "event" VALUES (5, 1795587780000000, 'take', 5, 'C001', '2026-11-25', 'notary', 'normal', NULL, NULL, 1795587780000000, NULL, NULL, NULL, decode('44ff663050d60aa6fafb4bbb54d18c525d5bb267956aedf87dfb897a1f5a292d', 'hex'), NULL, decode('47e5496815621405d54f192b6ee0484c566f67bf5c531f3ed668629f2fa9f28f', 'hex'));
INSERT INTO "event" VALUES (6, 1795587840000000, 'open', NULL, NULL, NULL, NULL, NULL, 1, 'id-card,passport', NULL, NULL, NULL, NULL, NULL, NULL, decode('00dc51b52e654005d9c9bb4a94aacd11e379b7c844f1b1c838521d70210a0822', 'hex'));
INSERT INTO "event" VALUES (7, 1795587840000000, 'open', NULL, NULL, NULL, NULL, NULL, 2, 'passport,tax', NULL, NULL, NULL, NULL, NULL, NULL, decode('f4346a5ac9ebd234ff3ca186a027f4b55a04a51e6bc4558825ecf4d9d80fea42', 'hex'));
INSERT INTO "event" VALUES (8, 1795587840000000, 'open', NULL, NULL, NULL, NULL, NULL, 3, 'id-card,passport,tax,notary', NULL, NULL, NULL, NULL, NULL, NULL, decode('a6dcf324f185592fd5d846d6b9c6255b577dd3f7d055ba212e4c692831390e4e', 'hex'));
INSERT INTO "event" VALUES (9, 1795587840000000, 'call', 2, 'A001', '2026-11-25', 'id-card', 'normal', 1, 'id-card,passport', NULL, NULL, false, NULL, NULL, NULL, decode('ce4d944781495ddf29ac18a9f8ee802993df067971e055113bfc3a55c2d31854', 'hex'));
INSERT INTO "event" VALUES (10, 1795587840000000, 'start', 2, 'A001', '2026-11-25', 'id-card', 'normal', 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, decode('fbfd3552ced5cb88952a24c8155c04a823e2831c7fd4de0d8200dfd77ab4971e', 'hex'));
INSERT INTO "event" VALUES (11, 1795587840000000, 'finish', 2, 'A001', '2026-11-25', 'id-card', 'normal', 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, decode('f7a9e73fa4da4dfbc3eb1b3a7f3692c963d2557dbded358d6a763d025f7b171a', 'hex'));
INSERT INTO "event" VALUES (12, 1795587840000000, 'call', 3, 'A002', '2026-11-25', 'passport', 'normal', 1, 'id-card,passport', NULL, NULL, false, NULL, NULL, NULL, decode('900dac7882a2b5056282f582357fba5ebbce94b6d039ca158ea53593d96becd9', 'hex'));
INSERT INTO "event" VALUES (13, 1795587840000000, 'hold', 3, 'A002', '2026-11-25', 'passport', 'normal', 1, NULL, NULL, NULL, NULL, NULL, NULL, decode('b754b4d1721dc01381fc075731e7b3d7c2a48457b8ecddefc498a8168895d602', 'hex'), decode('eaa535a6c555fa744a9c957035b0912ffd4f443eeb2a4961c180d4bb5ac6657f', 'hex'));
INSERT INTO "event" VALUES (14, 1795587840000000, 'call', 4, 'B001', '2026-11-25', 'tax', 'normal', 2, 'passport,tax', NULL, NULL, false, NULL, NULL, NULL, decode('bc47c07c21ec60f885a3ca3ab8eb157b1c322b231e97589b32380484e986c03e', 'hex'));
INSERT INTO "event" VALUES (15, 1795587840000000, 'undo', 4, 'B001', '2026-11-25', 'tax', 'normal', 2, NULL, NULL, NULL, NULL, NULL, NULL, NULL, decode('ea3566ff2f1998aecaec84fc4a442cf8df718a7fd649122977b121d194499374', 'hex'));
INSERT INTO "event" VALUES (16, 1795587840000000, 'call', 5, 'C001', '2026-11-25', 'notary', 'normal', 3, 'id-card,passport,tax,notary', NULL, NULL, true, NULL, NULL, decode('925bee6743a34f151dc491d6d61c1eea27e23f428909d34d26f6c5cc4b9bf804', 'hex'), decode('79dd9c667331df8eb0e5761bf32541b065a4a9b670255efe6b8b69f048ec080d', 'hex'));
INSERT INTO "event" VALUES (17, 1795587900000000, 'recall', 5, 'C001', '2026-11-25', 'notary', 'normal', 3, NULL, NULL, NULL, NULL, NULL, NULL, NULL, decode('84dd5a72c4b02123272323e0f71b8fb06144e0cd956a76348aba1ec280ff613b', 'hex'));
INSERT INTO "event" VALUES (18, 1795587900000000, 'no-show', 5, 'C001', '2026-11-25', 'notary', 'normal', 3, NULL, NULL, NULL, NULL, NULL, NULL, NULL, decode('fd0422b00c3168c2290face24600251e626ab93a85c0fb5f2be440dda631a8c7', 'hex'));
INSERT INTO "event" VALUES (19, 1795674300000000, 'expire', 3, 'A002', '2026-11-25', 'passport', 'normal', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, decode('6c5d44c6f5524af4442b1f6586ca5eaa3e8cdf2ec2af0aed37882623c8ea58e9', 'hex'));
INSERT INTO "event" VALUES (20, 1795674300000000, 'expire', 4, 'B001', '2026-11-25', 'tax', 'normal', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, decode('19d5bf1ea844152514afea3caa31dbd8d6e0d11e74332c982021ac2aefd969b2', 'hex'));
INSERT INTO "event" VALUES (21, 1795674300000000, 'take', 21, 'A001', '2026-11-26', 'id-card', 'normal', NULL, NULL, 1795674300000000, NULL, NULL, NULL, decode('d1be1de617878e172d4d4ee08c5ce00b3fd5c1f68d36a28d2eaee61febea4493', 'hex'), NULL, decode('21a7592c7eccf91f032ba7c906224f2f11e2eaedee81ea5c63d463104dc41442', 'hex'));
INSERT INTO "event" VALUES (22, 1795674300000000, 'take', 22, 'B001', '2026-11-26', 'tax', 'immediate', NULL, NULL, 1795587900000000, NULL, NULL, NULL, decode('902aaf45b1a877087dc97f48912471dd3ff480c6d4d7343c6bedf8f259791c57', 'hex'), decode('8528cb965a7f7e9f82edcb05dfbec2655e1a5d14a8a392e80f08619c67a83c9d', 'hex'), decode('426acef805bd71c63f5a47d71e65d3fed2d04990995d04c5c528dfd7dc693192', 'hex'));
INSERT INTO "event" VALUES (23, 1795674300000000, 'call', 22, 'B001', '2026-11-26', 'tax', 'immediate', 2, 'passport,tax', NULL, NULL, false, NULL, NULL, NULL, decode('83ddcb6168fcc405522eae9087e42b9875e7dca8da2836143dd28da272a27173', 'hex'));
INSERT INTO "note" VALUES (13, decode('00000000000000031715609f7c746c69', 'hex'), 'fetches a photo');
INSERT INTO "note" VALUES (16, decode('0000000000000003b54cda58fbbee87e', 'hex'), 'agreed beforehand');
INSERT INTO "note" VALUES (22, decode('00000000000000058ff34785799e5cbd', 'hex'), 'fell ill');
INSERT INTO "service" VALUES ('id-card');
INSERT INTO "service" VALUES ('notary');
INSERT INTO "service" VALUES ('passport');
INSERT INTO "service" VALUES ('tax');
INSERT INTO "store" VALUES (1, 1, 23, '83ddcb6168fcc405522eae9087e42b9875e7dca8da2836143dd28da272a27173', 1795674300000000, 1795674300000000, '2026-11-26', 1);
INSERT INTO "window" VALUES (1, 'open', 13);
INSERT INTO "window" VALUES (2, 'open', 23);
INSERT INTO "window" VALUES (3, 'open', 18);
INSERT INTO "ticket" VALUES (2, '2026-11-25', 'A', 1, '000017HQF6WQYJKW2', NULL, decode('685ae66c06c45ba459369234242efb6a5ea881a22e350ef7b0a15a251d861ed3', 'hex'), 'id-card', 'id-card', 'normal', 'az', 'served', 1795587600000000, 1795587600000000, 11, 1795587840000000, 1, 1, 1795587840000000, 1795587840000000, 9, 1795587840000000, 0, NULL);
INSERT INTO "ticket" VALUES (3, '2026-11-25', 'A', 2, '00002F3EYDSFX57R5', NULL, decode('f77efafab1428594c28e2a3e97b0a65e39eb129d088c17cdbcdfcb2ec75f6f55', 'hex'), 'passport', 'passport', 'normal', 'az', 'expired', 1795587660000000, 1795587660000000, 19, 1795674300000000, 1, 1, 1795587840000000, 1795587840000000, 12, NULL, 0, NULL);
INSERT INTO "ticket" VALUES (4, '2026-11-25', 'B', 1, '00003PN6DMP7VQVM7', NULL, decode('751a096296abb494d1fe6cc74cc81f017c851b0cf422857b11cbf4a26d52e172', 'hex'), 'tax', 'tax', 'normal', 'az', 'expired', 1795587720000000, 1795587720000000, 20, 1795674300000000, NULL, 0, NULL, NULL, NULL, NULL, 0, NULL);
INSERT INTO "ticket" VALUES (5, '2026-11-25', 'C', 1, '00004Y6XWVJZTAFGA', NULL, decode('44ff663050d60aa6fafb4bbb54d18c525d5bb267956aedf87dfb897a1f5a292d', 'hex'), 'notary', 'notary', 'normal', 'az', 'no-show', 1795587780000000, 1795587780000000, 18, 1795587900000000, 3, 2, 1795587840000000, 1795587900000000, 17, NULL, 0, NULL);
INSERT INTO "ticket" VALUES (21, '2026-11-26', 'A', 1, '00008MW4AG97P2B4J', 'a-key', decode('d1be1de617878e172d4d4ee08c5ce00b3fd5c1f68d36a28d2eaee61febea4493', 'hex'), 'id-card', 'id-card', 'normal', 'ru', 'waiting', 1795674300000000, 1795674300000000, 21, 1795674300000000, NULL, 0, NULL, NULL, NULL, NULL, 0, NULL);
INSERT INTO "ticket" VALUES (22, '2026-11-26', 'B', 1, '00009WDVSQ5ZMMZ0N', NULL, decode('902aaf45b1a877087dc97f48912471dd3ff480c6d4d7343c6bedf8f259791c57', 'hex'), 'tax', 'tax', 'immediate', 'az', 'called', 1795674300000000, 1795587900000000, 23, 1795674300000000, 2, 1, 1795674300000000, 1795674300000000, 23, NULL, 0, NULL);
INSERT INTO "window_service" VALUES (1, 'id-card');
INSERT INTO "window_service" VALUES (1, 'passport');
INSERT INTO "window_service" VALUES (2, 'passport');
INSERT INTO "window_service" VALUES (2, 'tax');
INSERT INTO "window_service" VALUES (3, 'id-card');
INSERT INTO "window_service" VALUES (3, 'notary');
INSERT INTO "window_service" VALUES (3, 'passport');
INSERT INTO "window_service" VALUES (3, 'tax');
