CREATE TABLE alert (
	source VARCHAR NOT NULL, 
	problem VARCHAR NOT NULL, 
	since BIGINT NOT NULL, 
	PRIMARY KEY (source)
);
CREATE TABLE centre (
	id INTEGER NOT NULL, 
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
	window INTEGER, 
	services VARCHAR, 
	place BIGINT, 
	arrival BIGINT, 
	out_of_turn BOOLEAN, 
	clock_set_back BOOLEAN, 
	seal BLOB, 
	salted BLOB, 
	slot BIGINT, 
	digest BLOB NOT NULL, 
	PRIMARY KEY (revision), 
	CHECK (revision >= 1)
);
CREATE TABLE maintenance (
	id INTEGER NOT NULL, 
	salt BLOB NOT NULL, 
	hash BLOB NOT NULL, 
	wrong INTEGER NOT NULL, 
	wrong_at BIGINT NOT NULL, 
	PRIMARY KEY (id), 
	CHECK (id = 1)
);
CREATE TABLE note (
	revision BIGINT NOT NULL, 
	salt BLOB NOT NULL, 
	text VARCHAR NOT NULL, 
	PRIMARY KEY (revision)
);
CREATE TABLE service (
	id VARCHAR NOT NULL, 
	PRIMARY KEY (id)
);
CREATE TABLE store (
	id INTEGER NOT NULL, 
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
CREATE TABLE window (
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
	number INTEGER, 
	code VARCHAR, 
	request_key VARCHAR, 
	seal BLOB NOT NULL, 
	first_service VARCHAR NOT NULL, 
	service VARCHAR NOT NULL, 
	class_ VARCHAR NOT NULL, 
	language VARCHAR NOT NULL, 
	state VARCHAR NOT NULL, 
	arrival BIGINT NOT NULL, 
	place BIGINT NOT NULL, 
	revision BIGINT NOT NULL, 
	acted_at BIGINT NOT NULL, 
	window INTEGER, 
	calls INTEGER NOT NULL, 
	first_called_at BIGINT, 
	called_at BIGINT, 
	call_revision BIGINT, 
	started_at BIGINT, 
	requeues INTEGER NOT NULL, 
	requeued_at BIGINT, 
	slot BIGINT, 
	PRIMARY KEY (id), 
	UNIQUE (service_day, series, number), 
	CHECK (number >= 1), 
	CHECK (number IS NOT NULL OR state IN ('booked', 'cancelled', 'no-show')), 
	CHECK (class_ IN ('immediate', 'normal', 'priority')), 
	CHECK (state IN ('booked', 'called', 'cancelled', 'expired', 'no-show', 'on-hold', 'removed', 'served', 'serving', 'waiting')), 
	UNIQUE (code), 
	UNIQUE (request_key), 
	FOREIGN KEY(first_service) REFERENCES service (id), 
	FOREIGN KEY(service) REFERENCES service (id), 
	FOREIGN KEY(window) REFERENCES window (number)
);
CREATE TABLE window_service (
	window INTEGER NOT NULL, 
	service VARCHAR NOT NULL, 
	PRIMARY KEY (window, service), 
	FOREIGN KEY(window) REFERENCES window (number), 
	FOREIGN KEY(service) REFERENCES service (id)
);
CREATE TABLE printing (
	id INTEGER NOT NULL, 
	ticket_id BIGINT NOT NULL, 
	printer VARCHAR NOT NULL, 
	copy_ BOOLEAN NOT NULL, 
	state VARCHAR NOT NULL, 
	asked_at BIGINT NOT NULL, 
	state_at BIGINT NOT NULL, 
	problem VARCHAR, 
	PRIMARY KEY (id), 
	CHECK (state IN ('dropped', 'printed', 'sending', 'waiting')), 
	FOREIGN KEY(ticket_id) REFERENCES ticket (id)
);
CREATE INDEX event_ticket ON event (ticket_id);
CREATE INDEX printing_open ON printing (printer, id) WHERE state IN ('sending', 'waiting');
CREATE INDEX ticket_booked ON ticket (service_day) WHERE state = 'booked';
CREATE UNIQUE INDEX ticket_in_hand ON ticket (window) WHERE state IN ('called', 'serving');
CREATE INDEX ticket_of_slot ON ticket (service_day, service, slot) WHERE slot IS NOT NULL;
CREATE INDEX ticket_on_board ON ticket (service_day, call_revision) WHERE call_revision IS NOT NULL;
CREATE INDEX ticket_on_hold ON ticket (service_day) WHERE state = 'on-hold';
CREATE INDEX ticket_waiting ON ticket (service, service_day, place, id, arrival) WHERE state = 'waiting';
INSERT INTO "centre" VALUES (1, '{"centre":{"id":"test","name":{"az":"Mərkəz","en":"Centre","ru":"Центр"},"timezone":"Asia/Baku","languages":["az","en","ru"],"day_starts":"00:00","holidays":[],"country":null,"address":null,"hours":null},"rules":{"recall_after":"15s","no_show_calls":2,"no_show_after":"1m","requeue_pause":"5m","requeue_times":2,"revive_within":"30m","undo_within":"10s","check_in_early":"30m","check_in_late":"10m","last_ticket":"15m","postpone_by":"10m","postpone_times":3},"classes":{"priority":"20m","immediate":"24h"},"kiosk":{"distance":600,"cell":9,"text":"small","paper":80},"reasons":[],"agencies":[{"id":"interior","name":{"az":"Daxili işlər","en":"Interior","ru":"Внутренние дела"}},{"id":"finance","name":{"az":"Maliyyə","en":"Finance","ru":"Финансы"}}],"services":[{"id":"id-card","agency":"interior","series":"A","name":{"az":"Şəxsiyyət vəsiqəsi","en":"Identity card","ru":"Удостоверение личности"},"target_wait":"15m","quota":null,"hours":null,"duration":null,"where":null,"retired":false},{"id":"passport","agency":"interior","series":"A","name":{"az":"Pasport","en":"Passport","ru":"Паспорт"},"target_wait":"15m","quota":null,"hours":null,"duration":null,"where":null,"retired":false},{"id":"tax","agency":"finance","series":"B","name":{"az":"Vergi","en":"Tax","ru":"Налоги"},"target_wait":"15m","quota":null,"hours":null,"duration":null,"where":null,"retired":false},{"id":"notary","agency":"finance","series":"C","name":{"az":"Notariat","en":"Notary","ru":"Нотариус"},"target_wait":"15m","quota":null,"hours":null,"duration":"20m","where":null,"retired":false}],"windows":[{"number":1,"services":["id-card","passport"],"retired":false},{"number":2,"services":["passport","tax"],"retired":false},{"number":3,"services":["id-card","passport","tax","notary"],"retired":false}]}');
INSERT INTO "event" VALUES (1, 1795587600000000, 'init', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, x'7f56b7e110db8111dba61f60e763db2d4aa5e22f53369b5cf95dabef79ce5b2f', NULL, NULL, x'eaf3cb89849dd5ace8a3ae0c417a44e0426fef2eb86396f1987c11f2fa6e80f1');
INSERT INTO "event" VALUES (2, 1795587600000000, 'take', 2, 'A001', '2026-11-25', 'id-card', 'normal', NULL, NULL, 1795587600000000, NULL, NULL, NULL, x'685ae66c06c45ba459369234242efb6a5ea881a22e350ef7b0a15a251d861ed3', NULL, NULL, x'0918895b9204e88c284953de23acf28009f20ad363b0ec03c757379664b24986');
INSERT INTO "event" VALUES (3, 1795587660000000, 'take', 3, 'A002', '2026-11-25', 'passport', 'normal', NULL, NULL, 1795587660000000, NULL, NULL, NULL, x'f77efafab1428594c28e2a3e97b0a65e39eb129d088c17cdbcdfcb2ec75f6f55', NULL, NULL, x'd6f772b4cdbe900c99a5b14ed849587ae08ffa3f60d4defc4167b8c32fb5b6a4');
INSERT INTO "event" VALUES (4, 1795587720000000, 'take', 4, 'B001', '2026-11-25', 'tax', 'normal', NULL, NULL, 1795587720000000, NULL, NULL, NULL, x'751a096296abb494d1fe6cc74cc81f017c851b0cf422857b11cbf4a26d52e172', NULL, NULL, x'9bb7a6249171bef8a4fb33d1ab5b55d65f37caee3a9fa84d19599d3deef61d96');
INSERT INTO "event" VALUES (5, 1795587780000000, 'take', 5, 'C001', '2026-11-25', 'notary', 'normal', NULL, NULL, 1795587780000000, NULL, NULL, NULL, x'44ff663050d60aa6fafb4bbb54d18c525d5bb267956aedf87dfb897a1f5a292d', NULL, NULL, x'df91c14183c01e3e3d8da7e480f989e1ce00ac54d745c61131abe528b9b971c7');
INSERT INTO "event" VALUES (6, 1795587840000000, 'open', NULL, NULL, NULL, NULL, NULL, 1, 'id-card,passport', NULL, NULL, NULL, NULL, NULL, NULL, NULL, x'bfe0fe4df1ad1b537c103fab12a98e3148cc925928e8fa5ad3b1208ffdb3e39b');
INSERT INTO "event" VALUES (7, 1795587840000000, 'open', NULL, NULL, NULL, NULL, NULL, 2, 'passport,tax', NULL, NULL, NULL, NULL, NULL, NULL, NULL, x'7a2caad5a125b6ca3cae9d4fb74aee7d4dc7af909b4ad97add8790f33f9725fb');
INSERT INTO "event" VALUES (8, 1795587840000000, 'open', NULL, NULL, NULL, NULL, NULL, 3, 'id-card,passport,tax,notary', NULL, NULL, NULL, NULL, NULL, NULL, NULL, x'6b7d08673f2280148d3832052210a4aa7e57fd6525aa6a44c01e1773dc54e97e');
INSERT INTO "event" VALUES (9, 1795587840000000, 'call', 2, 'A001', '2026-11-25', 'id-card', 'normal', 1, 'id-card,passport', NULL, NULL, 0, NULL, NULL, NULL, NULL, x'cba4aaf56ed12f4fc7a66b1047b0789139a5f0048aef8285fe1aa6158c55d96b');
INSERT INTO "event" VALUES (10, 1795587840000000, 'start', 2, 'A001', '2026-11-25', 'id-card', 'normal', 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, x'5853daa9db585cc18f14127c76f00c298ad53f36370318570b2504112f6a8bbf');
INSERT INTO "event" VALUES (11, 1795587840000000, 'finish', 2, 'A001', '2026-11-25', 'id-card', 'normal', 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, x'54d180a4e2d45ecb0a4cc3813de39ec64f5ed9bbdb68dad04ad28f364aa5afc7');
INSERT INTO "event" VALUES (12, 1795587840000000, 'call', 3, 'A002', '2026-11-25', 'passport', 'normal', 1, 'id-card,passport', NULL, NULL, 0, NULL, NULL, NULL, NULL, x'75bc923c9f26c019e563c2f2094ee5159630a5f33f855d6c0e8626408e25df62');
INSERT INTO "event" VALUES (13, 1795587840000000, 'hold', 3, 'A002', '2026-11-25', 'passport', 'normal', 1, NULL, NULL, NULL, NULL, NULL, NULL, x'b754b4d1721dc01381fc075731e7b3d7c2a48457b8ecddefc498a8168895d602', NULL, x'b00cfc6ca2db3678effc1f2e49ddf165a39f46e8bae920edd6633e2ffa1ddab2');
INSERT INTO "event" VALUES (14, 1795587840000000, 'call', 4, 'B001', '2026-11-25', 'tax', 'normal', 2, 'passport,tax', NULL, NULL, 0, NULL, NULL, NULL, NULL, x'd15d4dc2c8e5f37feb41e6b0cfa9a627f68f081a1fa15e7f4e2ebe579720c80d');
INSERT INTO "event" VALUES (15, 1795587840000000, 'undo', 4, 'B001', '2026-11-25', 'tax', 'normal', 2, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, x'536fa93f18d890fcaccebe522859553fad635ffeb03d5bc6c54074e8f1bd203c');
INSERT INTO "event" VALUES (16, 1795587840000000, 'call', 5, 'C001', '2026-11-25', 'notary', 'normal', 3, 'id-card,passport,tax,notary', NULL, NULL, 1, NULL, NULL, x'925bee6743a34f151dc491d6d61c1eea27e23f428909d34d26f6c5cc4b9bf804', NULL, x'5744b5912d7eec70e697508e3976ef2d3841d5152445cfdc6d1649a7d053df6d');
INSERT INTO "event" VALUES (17, 1795587900000000, 'recall', 5, 'C001', '2026-11-25', 'notary', 'normal', 3, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, x'77bb3eeeb75d7c982ce3757d3a64197e91fd5eb6d27947477a94db6fdd47fff2');
INSERT INTO "event" VALUES (18, 1795587900000000, 'no-show', 5, 'C001', '2026-11-25', 'notary', 'normal', 3, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, x'b052479bcd2c12e5925d980e716dbd1016d1c2997670ff0a09af88e134887e99');
INSERT INTO "event" VALUES (19, 1795587900000000, 'book', 19, NULL, '2026-11-25', 'notary', 'normal', NULL, NULL, NULL, NULL, NULL, NULL, x'3d3e73ddc75080d6b4de6ff35737fda01a5ec027c6318cd64081e5f5c9b07b4b', x'f7984aa600a6c812ea0e7ee513dc35be79d64be8ccc06e1931d6a5f815f7a124', 1795591200000000, x'b840a1417aed382b271f076c8cec674d675fb008910294105144b0e585c8db9a');
INSERT INTO "event" VALUES (20, 1795587900000000, 'book', 20, NULL, '2026-11-25', 'notary', 'normal', NULL, NULL, NULL, NULL, NULL, NULL, x'12c79e6e3c2b57af6864c39f1e2a8ada5bd7f5ff8591731cb0c8a05642d3dcd3', x'058b22a05a69d3bd9beb01e90c663f2dc1cf202b3cc87c77f82f5e7ca083af0f', 1795592400000000, x'7bd5b83959d7c6b8319c3080945ea69042964419b2f10d86ccf7597855f03621');
INSERT INTO "event" VALUES (21, 1795587900000000, 'book', 21, NULL, '2026-11-25', 'notary', 'normal', NULL, NULL, NULL, NULL, NULL, NULL, x'fd849d0d258207ced034af91bbd67f48a21a77e68bf005cf27346e2a8528388b', x'f79b3a4a72738b4808e1bec99f6c143b09dcfdad736e2c819e301273ce89d84b', 1795593600000000, x'87721c60a71ddd9fa4ecf903a0eebff54a8ef9036ba6d61f43b25095df861938');
INSERT INTO "event" VALUES (22, 1795587900000000, 'book', 22, NULL, '2026-11-27', 'notary', 'normal', NULL, NULL, NULL, NULL, NULL, NULL, x'41d730037893e1efb81610fec5eaec7478476baa5700efd912ae70ceb3718032', x'34f12dfb8affa7695d39a315d6f944c5dbb02e6218101a177a159920bcf62c47', 1795764000000000, x'1ce0c626dea675cae040a269f56708c8d6d8d6e21f4d8a9d2bc00417c07770d6');
INSERT INTO "event" VALUES (23, 1795587900000000, 'cancel', 20, NULL, '2026-11-25', 'notary', 'normal', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, x'6fce290418149483f8b92973d7c7731abbc04901ceb6556ab05379163e12629c');
INSERT INTO "event" VALUES (24, 1795591200000000, 'check-in', 19, 'C002', '2026-11-25', 'notary', 'normal', NULL, NULL, 1795590300000000, 1795590300000000, NULL, NULL, NULL, NULL, NULL, x'b241896543a16e318eb70b62ec23d69d69af4084f5013abfd1fec7437822dbed');
INSERT INTO "event" VALUES (25, 1795674000000000, 'expire', 3, 'A002', '2026-11-25', 'passport', 'normal', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, x'1395a5a965b395d1ae0be5280aaabb2f6f9104e0415c797a743fc998ef3e82ca');
INSERT INTO "event" VALUES (26, 1795674000000000, 'expire', 4, 'B001', '2026-11-25', 'tax', 'normal', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, x'ecb3608df0a0b627efe7d6eaea4f5c5948912c261fe8c1498a43844e9d0e83c5');
INSERT INTO "event" VALUES (27, 1795674000000000, 'expire', 19, 'C002', '2026-11-25', 'notary', 'normal', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, x'2bb7cff50b3bcb5f59d9967027115fc227e9f803a6556d48a42e75816bb6b086');
INSERT INTO "event" VALUES (28, 1795674000000000, 'expire', 21, NULL, '2026-11-25', 'notary', 'normal', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, x'8800a23958159eef33adb791673b5046d6c3cc382a4b688a588a24a60e4979b2');
INSERT INTO "event" VALUES (29, 1795674000000000, 'take', 29, 'A001', '2026-11-26', 'id-card', 'normal', NULL, NULL, 1795674000000000, NULL, NULL, NULL, x'b2bb85ff5727f3cfe641d401a01b5f80109ce87fe8f6a76143f044aa1d76eed2', NULL, NULL, x'376c618d5f4fec028f4c4624d9a93dab6cf635c955f0c4d2ea378d3acf5ec370');
INSERT INTO "event" VALUES (30, 1795674000000000, 'take', 30, 'B001', '2026-11-26', 'tax', 'immediate', NULL, NULL, 1795587600000000, NULL, NULL, NULL, x'b603fa6e8897c87299fa2bb18380acc85b42f7b25a78abd4e56abe54f21c721b', x'2d6459fae7c434a8197bc381c0a79f551c8410335556d3768f2c1ed5fed11b1b', NULL, x'3957992bf5306d9fefa26aec1cf7d509628960078919b4f9ea52716cee5535eb');
INSERT INTO "event" VALUES (31, 1795674000000000, 'call', 30, 'B001', '2026-11-26', 'tax', 'immediate', 2, 'passport,tax', NULL, NULL, 0, NULL, NULL, NULL, NULL, x'f26fb390a06fc0c38eefaddd10d4020902ab7e50d1d0caaf8c9c59bb29df9921');
INSERT INTO "note" VALUES (13, x'00000000000000031715609f7c746c69', 'fetches a photo');
INSERT INTO "note" VALUES (16, x'0000000000000003b54cda58fbbee87e', 'agreed beforehand');
INSERT INTO "note" VALUES (19, x'0000000000000004f1bbcdcbfa53e0a8', 'Əli');
INSERT INTO "note" VALUES (20, x'00000000000000062e2ac13ef8e8d8d2', 'Əli');
INSERT INTO "note" VALUES (21, x'00000000000000076a99b4b1f77dd0fc', 'Əli');
INSERT INTO "note" VALUES (22, x'0000000000000008a708a824f612c926', 'Əli');
INSERT INTO "note" VALUES (30, x'000000000000000a81af155173f23d65', 'fell ill');
INSERT INTO "service" VALUES ('id-card');
INSERT INTO "service" VALUES ('notary');
INSERT INTO "service" VALUES ('passport');
INSERT INTO "service" VALUES ('tax');
INSERT INTO "store" VALUES (1, 2, 31, 'f26fb390a06fc0c38eefaddd10d4020902ab7e50d1d0caaf8c9c59bb29df9921', 1795674000000000, 1795674000000000, '2026-11-26', 1);
INSERT INTO "window" VALUES (1, 'open', 13);
INSERT INTO "window" VALUES (2, 'open', 31);
INSERT INTO "window" VALUES (3, 'open', 18);
INSERT INTO "ticket" VALUES (2, '2026-11-25', 'A', 1, '000017HQF6WQYJKW2', NULL, x'685ae66c06c45ba459369234242efb6a5ea881a22e350ef7b0a15a251d861ed3', 'id-card', 'id-card', 'normal', 'az', 'served', 1795587600000000, 1795587600000000, 11, 1795587840000000, 1, 1, 1795587840000000, 1795587840000000, 9, 1795587840000000, 0, NULL, NULL);
INSERT INTO "ticket" VALUES (3, '2026-11-25', 'A', 2, '00002F3EYDSFX57R5', NULL, x'f77efafab1428594c28e2a3e97b0a65e39eb129d088c17cdbcdfcb2ec75f6f55', 'passport', 'passport', 'normal', 'az', 'expired', 1795587660000000, 1795587660000000, 25, 1795674000000000, 1, 1, 1795587840000000, 1795587840000000, 12, NULL, 0, NULL, NULL);
INSERT INTO "ticket" VALUES (4, '2026-11-25', 'B', 1, '00003PN6DMP7VQVM7', NULL, x'751a096296abb494d1fe6cc74cc81f017c851b0cf422857b11cbf4a26d52e172', 'tax', 'tax', 'normal', 'az', 'expired', 1795587720000000, 1795587720000000, 26, 1795674000000000, NULL, 0, NULL, NULL, NULL, NULL, 0, NULL, NULL);
INSERT INTO "ticket" VALUES (5, '2026-11-25', 'C', 1, '00004Y6XWVJZTAFGA', NULL, x'44ff663050d60aa6fafb4bbb54d18c525d5bb267956aedf87dfb897a1f5a292d', 'notary', 'notary', 'normal', 'az', 'no-show', 1795587780000000, 1795587780000000, 18, 1795587900000000, 3, 2, 1795587840000000, 1795587900000000, 17, NULL, 0, NULL, NULL);
INSERT INTO "ticket" VALUES (19, '2026-11-25', 'C', 2, '00008MW4AG97P2B4J', NULL, x'3d3e73ddc75080d6b4de6ff35737fda01a5ec027c6318cd64081e5f5c9b07b4b', 'notary', 'notary', 'normal', 'az', 'expired', 1795590300000000, 1795590300000000, 27, 1795674000000000, NULL, 0, NULL, NULL, NULL, NULL, 0, NULL, 1795591200000000);
INSERT INTO "ticket" VALUES (20, '2026-11-25', '', NULL, '0000B3ZK8Y2QK7JWQ', NULL, x'12c79e6e3c2b57af6864c39f1e2a8ada5bd7f5ff8591731cb0c8a05642d3dcd3', 'notary', 'notary', 'normal', 'az', 'cancelled', 1795587900000000, 0, 23, 1795587900000000, NULL, 0, NULL, NULL, NULL, NULL, 0, NULL, 1795592400000000);
INSERT INTO "ticket" VALUES (21, '2026-11-25', '', NULL, '0000DK327BW7GCTMW', NULL, x'fd849d0d258207ced034af91bbd67f48a21a77e68bf005cf27346e2a8528388b', 'notary', 'notary', 'normal', 'az', 'no-show', 1795587900000000, 0, 28, 1795674000000000, NULL, 0, NULL, NULL, NULL, NULL, 0, NULL, 1795593600000000);
INSERT INTO "ticket" VALUES (22, '2026-11-27', '', NULL, '0000G26H5SNQDJ2D2', NULL, x'41d730037893e1efb81610fec5eaec7478476baa5700efd912ae70ceb3718032', 'notary', 'notary', 'normal', 'az', 'booked', 1795587900000000, 0, 22, 1795587900000000, NULL, 0, NULL, NULL, NULL, NULL, 0, NULL, 1795764000000000);
INSERT INTO "ticket" VALUES (29, '2026-11-26', 'A', 1, '0000JHA047F7AQA57', 'a-key', x'b2bb85ff5727f3cfe641d401a01b5f80109ce87fe8f6a76143f044aa1d76eed2', 'id-card', 'id-card', 'normal', 'ru', 'waiting', 1795674000000000, 1795674000000000, 29, 1795674000000000, NULL, 0, NULL, NULL, NULL, NULL, 0, NULL, NULL);
INSERT INTO "ticket" VALUES (30, '2026-11-26', 'B', 1, '0000KRVQKEBZ99Y1A', NULL, x'b603fa6e8897c87299fa2bb18380acc85b42f7b25a78abd4e56abe54f21c721b', 'tax', 'tax', 'immediate', 'az', 'called', 1795674000000000, 1795587600000000, 31, 1795674000000000, 2, 1, 1795674000000000, 1795674000000000, 31, NULL, 0, NULL, NULL);
INSERT INTO "window_service" VALUES (1, 'id-card');
INSERT INTO "window_service" VALUES (1, 'passport');
INSERT INTO "window_service" VALUES (2, 'passport');
INSERT INTO "window_service" VALUES (2, 'tax');
INSERT INTO "window_service" VALUES (3, 'id-card');
INSERT INTO "window_service" VALUES (3, 'notary');
INSERT INTO "window_service" VALUES (3, 'passport');
INSERT INTO "window_service" VALUES (3, 'tax');
