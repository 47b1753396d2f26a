CREATE TABLE alert (
	source VARCHAR NOT NULL, 
	problem VARCHAR NOT NULL, 
	since BIGINT NOT NULL, 
	PRIMARY KEY (source)
);
CREATE TABLE attempt (
	name VARCHAR NOT NULL, 
	"window" INTEGER NOT NULL, 
	wrong INTEGER NOT NULL, 
	wrong_at BIGINT NOT NULL, 
	PRIMARY KEY (name, "window")
);
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
	slot BIGINT, 
	person INTEGER, 
	steps VARCHAR, 
	for_window INTEGER, 
	digest BYTEA NOT NULL, 
	PRIMARY KEY (revision), 
	CHECK (revision >= 1)
);
CREATE TABLE maintenance (
	id SERIAL NOT NULL, 
	salt BYTEA NOT NULL, 
	hash BYTEA NOT NULL, 
	wrong INTEGER NOT NULL, 
	wrong_at BIGINT NOT NULL, 
	PRIMARY KEY (id), 
	CHECK (id = 1)
);
CREATE TABLE note (
	revision BIGINT NOT NULL, 
	salt BYTEA NOT NULL, 
	text VARCHAR NOT NULL, 
	PRIMARY KEY (revision)
);
CREATE TABLE person (
	id SERIAL NOT NULL, 
	name VARCHAR NOT NULL, 
	role VARCHAR NOT NULL, 
	pin VARCHAR NOT NULL, 
	active BOOLEAN NOT NULL, 
	PRIMARY KEY (id), 
	CHECK (role IN ('operator', 'supervisor')), 
	UNIQUE (name)
);
CREATE TABLE presence (
	source VARCHAR NOT NULL, 
	at BIGINT NOT NULL, 
	PRIMARY KEY (source)
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
	person INTEGER, 
	since BIGINT, 
	session VARCHAR, 
	pause VARCHAR, 
	pause_since BIGINT, 
	PRIMARY KEY (number), 
	CHECK (state IN ('closed', 'open')), 
	FOREIGN KEY(person) REFERENCES person (id)
);
CREATE TABLE message (
	id SERIAL NOT NULL, 
	"window" INTEGER NOT NULL, 
	person INTEGER, 
	text VARCHAR NOT NULL, 
	at BIGINT NOT NULL, 
	read_at BIGINT, 
	PRIMARY KEY (id), 
	FOREIGN KEY("window") REFERENCES "window" (number), 
	FOREIGN KEY(person) REFERENCES person (id)
);
CREATE TABLE ticket (
	id BIGINT NOT NULL, 
	service_day VARCHAR NOT NULL, 
	series VARCHAR NOT NULL, 
	number INTEGER, 
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
	slot BIGINT, 
	steps VARCHAR, 
	for_window INTEGER, 
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
	FOREIGN KEY("window") REFERENCES "window" (number)
);
CREATE TABLE window_service (
	"window" INTEGER NOT NULL, 
	service VARCHAR NOT NULL, 
	PRIMARY KEY ("window", service), 
	FOREIGN KEY("window") REFERENCES "window" (number), 
	FOREIGN KEY(service) REFERENCES service (id)
);
CREATE TABLE printing (
	id SERIAL NOT NULL, 
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
CREATE UNIQUE INDEX ticket_in_hand ON ticket ("window") WHERE state IN ('called', 'serving');
CREATE INDEX ticket_of_slot ON ticket (service_day, service, slot) WHERE slot IS NOT NULL;
CREATE INDEX ticket_on_board ON ticket (service_day, call_revision) WHERE call_revision IS NOT NULL;
CREATE INDEX ticket_on_hold ON ticket (service_day) WHERE state = 'on-hold';
CREATE INDEX ticket_waiting ON ticket (service, service_day, place, id, arrival) WHERE state = 'waiting';
INSERT INTO "attempt" VALUES ('b6e960ec6edf18c15c6384996a2546fff7f45eb18dda2316be3c94bb5faa5288', 2, 1, 1795591200000000);
INSERT INTO "centre" VALUES (1, '{"centre":{"id":"test","name":{"az":"Mərkəz","en":"Centre","ru":"Центр"},"timezone":"Asia/Baku","languages":["az","en","ru"],"day_starts":"00:00","holidays":[],"country":null,"address":null,"hours":null,"trust":"local","news":null},"rules":{"recall_after":"15s","no_show_calls":2,"no_show_after":"1m","requeue_pause":"5m","requeue_times":2,"revive_within":"30m","undo_within":"10s","check_in_early":"30m","check_in_late":"10m","last_ticket":"15m","postpone_by":"10m","postpone_times":3,"lock_after":"5m","in_hand_long":"30m","silent_after":"2m","warn_before":"30m"},"classes":{"priority":"20m","immediate":"24h"},"kiosk":{"distance":600,"cell":9,"text":"small","paper":80},"hall":{"quiet":[],"volume":4,"clips":null,"dwell":"5s"},"reasons":[],"breaks":[{"id":"lunch","name":{"en":"Lunch"}}],"agencies":[{"id":"interior","name":{"az":"Daxili işlər","en":"Interior","ru":"Внутренние дела"}},{"id":"finance","name":{"az":"Maliyyə","en":"Finance","ru":"Финансы"}}],"services":[{"id":"id-card","agency":"interior","series":"A","name":{"az":"Şəxsiyyət vəsiqəsi","en":"Identity card","ru":"Удостоверение личности"},"target_wait":"15m","quota":null,"hours":null,"duration":null,"where":null,"then":[],"closed_on":null,"retired":false},{"id":"passport","agency":"interior","series":"A","name":{"az":"Pasport","en":"Passport","ru":"Паспорт"},"target_wait":"15m","quota":null,"hours":null,"duration":null,"where":null,"then":["tax"],"closed_on":null,"retired":false},{"id":"tax","agency":"finance","series":"B","name":{"az":"Vergi","en":"Tax","ru":"Налоги"},"target_wait":"15m","quota":null,"hours":null,"duration":null,"where":null,"then":[],"closed_on":null,"retired":false},{"id":"notary","agency":"finance","series":"C","name":{"az":"Notariat","en":"Notary","ru":"Нотариус"},"target_wait":"15m","quota":null,"hours":null,"duration":"20m","where":null,"then":[],"closed_on":"2026-11-25","retired":false}],"windows":[{"number":1,"services":["id-card","passport"],"assigned":null,"retired":false},{"number":2,"services":["passport","tax"],"assigned":null,"retired":false},{"number":3,"services":["id-card","passport","tax","notary"],"assigned":["notary","tax"],"retired":false}]}');
INSERT INTO "event" VALUES (1, 1795587600000000, 'init', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, decode('bb11248e6b46bd68ca0dc0379586470feef796ee587f4f3fabd060d86297e78f', 'hex'), NULL, NULL, NULL, NULL, NULL, decode('b8eff285541dc1886f353d79a56485dd6d042da977dcd8f625921763783b44c6', 'hex'));
INSERT INTO "event" VALUES (2, 1795587600000000, 'take', 2, 'A001', '2026-11-25', 'id-card', 'normal', NULL, NULL, 1795587600000000, NULL, NULL, NULL, decode('685ae66c06c45ba459369234242efb6a5ea881a22e350ef7b0a15a251d861ed3', 'hex'), NULL, NULL, NULL, NULL, NULL, decode('01c5b8faa9343890c6490a2c43c27b3904c02afecd7e49bc99ad126894c46ab8', 'hex'));
INSERT INTO "event" VALUES (3, 1795587660000000, 'take', 3, 'A002', '2026-11-25', 'passport', 'normal', NULL, NULL, 1795587660000000, NULL, NULL, NULL, decode('f77efafab1428594c28e2a3e97b0a65e39eb129d088c17cdbcdfcb2ec75f6f55', 'hex'), NULL, NULL, NULL, 'tax', NULL, decode('c445b5f9225ae2eb8f0e9c08e14f97d9ab7e4f6e9ab0de8cdabcf4883df85b53', 'hex'));
INSERT INTO "event" VALUES (4, 1795587720000000, 'take', 4, 'B001', '2026-11-25', 'tax', 'normal', NULL, NULL, 1795587720000000, NULL, NULL, NULL, decode('751a096296abb494d1fe6cc74cc81f017c851b0cf422857b11cbf4a26d52e172', 'hex'), NULL, NULL, NULL, NULL, NULL, decode('a745794eb51ac2e3f3ca49c3e871584bd35a13755e38f9ad076878b26d36bc38', 'hex'));
INSERT INTO "event" VALUES (5, 1795587780000000, 'take', 5, 'C001', '2026-11-25', 'notary', 'normal', NULL, NULL, 1795587780000000, NULL, NULL, NULL, decode('44ff663050d60aa6fafb4bbb54d18c525d5bb267956aedf87dfb897a1f5a292d', 'hex'), NULL, NULL, NULL, NULL, NULL, decode('b4e22e5bbc4354ea70a55cb91a7372f2ad84ccec4cb0359483934da1da8301a6', 'hex'));
INSERT INTO "event" VALUES (6, 1795587840000000, 'open', NULL, NULL, NULL, NULL, NULL, 1, 'id-card,passport', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, decode('9aed1359b4b8c80c5319f017763f21fdb6dad65832cafe29ff89dd77214ca83a', 'hex'));
INSERT INTO "event" VALUES (7, 1795587840000000, 'open', NULL, NULL, NULL, NULL, NULL, 2, 'passport,tax', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, decode('b1b8f38dcbcc1e79df9c96f6cea545ac17acd997b508f2fb1fdb6f97519eaa10', 'hex'));
INSERT INTO "event" VALUES (8, 1795587840000000, 'open', NULL, NULL, NULL, NULL, NULL, 3, 'id-card,passport,tax,notary', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, decode('65efde860903ac757003730a2d54b6ee7eb354623a4e931db7e6379d3ce6475e', 'hex'));
INSERT INTO "event" VALUES (9, 1795587840000000, 'call', 2, 'A001', '2026-11-25', 'id-card', 'normal', 1, 'id-card,passport', NULL, NULL, false, NULL, NULL, NULL, NULL, NULL, NULL, NULL, decode('1f4d68b611611396c70886e7852f471f76049319b6e4b28bfe15f3458823eeeb', 'hex'));
INSERT INTO "event" VALUES (10, 1795587840000000, 'start', 2, 'A001', '2026-11-25', 'id-card', 'normal', 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, decode('8dce0a9318fd07a2c3d88d76d1aa26f32f3fda235d938d9c013253caa2f4e638', 'hex'));
INSERT INTO "event" VALUES (11, 1795587840000000, 'finish', 2, 'A001', '2026-11-25', 'id-card', 'normal', 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, decode('fd22b1e447e058831395e2a21384dc8c03dd77027fd87f0b585e5c580b17216a', 'hex'));
INSERT INTO "event" VALUES (12, 1795587840000000, 'call', 3, 'A002', '2026-11-25', 'passport', 'normal', 1, 'id-card,passport', NULL, NULL, false, NULL, NULL, NULL, NULL, NULL, NULL, NULL, decode('b2b6c5c443850b8298481df64aa7b231ebb74e34249b50e7cb71f65e391c80b7', 'hex'));
INSERT INTO "event" VALUES (13, 1795587840000000, 'hold', 3, 'A002', '2026-11-25', 'passport', 'normal', 1, NULL, NULL, NULL, NULL, NULL, NULL, decode('b754b4d1721dc01381fc075731e7b3d7c2a48457b8ecddefc498a8168895d602', 'hex'), NULL, NULL, NULL, NULL, decode('8cc64d608125d7238a03de34f72a311f98a110067106e56c84a714b17b59c7e4', 'hex'));
INSERT INTO "event" VALUES (14, 1795587840000000, 'call', 4, 'B001', '2026-11-25', 'tax', 'normal', 2, 'passport,tax', NULL, NULL, false, NULL, NULL, NULL, NULL, NULL, NULL, NULL, decode('9d7e84044701cfb01f468a3906572fe91a2f74edf9277814e3328b161f1d8779', 'hex'));
INSERT INTO "event" VALUES (15, 1795587840000000, 'undo', 4, 'B001', '2026-11-25', 'tax', 'normal', 2, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, decode('aa0cb09c82a68a7c124e65664e51c0817ff245a0c0a5f3c838365513fb0c803f', 'hex'));
INSERT INTO "event" VALUES (16, 1795587840000000, 'call', 5, 'C001', '2026-11-25', 'notary', 'normal', 3, 'id-card,passport,tax,notary', NULL, NULL, true, NULL, NULL, decode('925bee6743a34f151dc491d6d61c1eea27e23f428909d34d26f6c5cc4b9bf804', 'hex'), NULL, NULL, NULL, NULL, decode('653995009c1563dbb8ca33b93a0c947cf4fe1e3696a76e9dad2c9871c4c56c4b', 'hex'));
INSERT INTO "event" VALUES (17, 1795587900000000, 'recall', 5, 'C001', '2026-11-25', 'notary', 'normal', 3, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, decode('3e5949d3e4590d37e91785f2a93ed3c2d04f595720548d0d328fc2db729e06cc', 'hex'));
INSERT INTO "event" VALUES (18, 1795587900000000, 'no-show', 5, 'C001', '2026-11-25', 'notary', 'normal', 3, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, decode('68ee82e3dda276f77582e1951719f661a27110dbe6a6c8b61924be6dc848b6f1', 'hex'));
INSERT INTO "event" VALUES (19, 1795587900000000, 'book', 19, NULL, '2026-11-25', 'notary', 'normal', NULL, NULL, NULL, NULL, NULL, NULL, decode('3d3e73ddc75080d6b4de6ff35737fda01a5ec027c6318cd64081e5f5c9b07b4b', 'hex'), decode('f7984aa600a6c812ea0e7ee513dc35be79d64be8ccc06e1931d6a5f815f7a124', 'hex'), 1795591200000000, NULL, NULL, NULL, decode('f5e1664c5aa98b919e00f750a03404fdb4d9770e4a6bb4e51eba6ec823e9fe49', 'hex'));
INSERT INTO "event" VALUES (20, 1795587900000000, 'book', 20, NULL, '2026-11-25', 'notary', 'normal', NULL, NULL, NULL, NULL, NULL, NULL, decode('12c79e6e3c2b57af6864c39f1e2a8ada5bd7f5ff8591731cb0c8a05642d3dcd3', 'hex'), decode('058b22a05a69d3bd9beb01e90c663f2dc1cf202b3cc87c77f82f5e7ca083af0f', 'hex'), 1795592400000000, NULL, NULL, NULL, decode('e5e88d7d9ed55503b8f960b27611979fa53f6ad60040f43d81011aa975f61270', 'hex'));
INSERT INTO "event" VALUES (21, 1795587900000000, 'book', 21, NULL, '2026-11-25', 'notary', 'normal', NULL, NULL, NULL, NULL, NULL, NULL, decode('fd849d0d258207ced034af91bbd67f48a21a77e68bf005cf27346e2a8528388b', 'hex'), decode('f79b3a4a72738b4808e1bec99f6c143b09dcfdad736e2c819e301273ce89d84b', 'hex'), 1795593600000000, NULL, NULL, NULL, decode('96b6a1aecaac41b9f936833653f4580141b16ee2931faf397cbcaaf98611e417', 'hex'));
INSERT INTO "event" VALUES (22, 1795587900000000, 'book', 22, NULL, '2026-11-27', 'notary', 'normal', NULL, NULL, NULL, NULL, NULL, NULL, decode('41d730037893e1efb81610fec5eaec7478476baa5700efd912ae70ceb3718032', 'hex'), decode('34f12dfb8affa7695d39a315d6f944c5dbb02e6218101a177a159920bcf62c47', 'hex'), 1795764000000000, NULL, NULL, NULL, decode('4d25061d8292397dd683f8a22ba2c2256ad2aa57b4e6c60c587cf1038fa3a0b7', 'hex'));
INSERT INTO "event" VALUES (23, 1795587900000000, 'cancel', 20, NULL, '2026-11-25', 'notary', 'normal', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, decode('28267f2a264679a3f3fb506217c94c6fdbfde80bfc5b6be849b320ce87108dc7', 'hex'));
INSERT INTO "event" VALUES (24, 1795591200000000, 'check-in', 19, 'C002', '2026-11-25', 'notary', 'normal', NULL, NULL, 1795590300000000, 1795590300000000, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, decode('994b47ba47097c11c343157915b4d7dcea1f64a7a8d4a6496e9f5ea18b36ff8e', 'hex'));
INSERT INTO "event" VALUES (25, 1795591200000000, 'sign-on', NULL, NULL, NULL, NULL, NULL, 2, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1, NULL, NULL, decode('b6799231fdb60f4837ddc1bf4a3fa3694b2fba1e8d7d47acb45b843ab48324db', 'hex'));
INSERT INTO "event" VALUES (26, 1795591200000000, 'walk-in', 26, 'A003', '2026-11-25', 'passport', 'normal', 1, NULL, 1795591200000000, NULL, NULL, NULL, decode('b603fa6e8897c87299fa2bb18380acc85b42f7b25a78abd4e56abe54f21c721b', 'hex'), NULL, NULL, NULL, 'tax', NULL, decode('b8dd77bc2fb83cb438b16ffdab4a82c705a31640075cbbea57d98fdafbfb9f38', 'hex'));
INSERT INTO "event" VALUES (27, 1795591200000000, 'finish', 26, 'A003', '2026-11-25', 'passport', 'normal', 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'tax', NULL, decode('ba732f191ed8b343b33cbed886fdaee7a7f07fdd3975ef0f6b6dfcbe882c57fd', 'hex'));
INSERT INTO "event" VALUES (28, 1795591200000000, 'call', 4, 'B001', '2026-11-25', 'tax', 'normal', 2, 'passport,tax', NULL, NULL, false, NULL, NULL, NULL, NULL, NULL, NULL, NULL, decode('8ab7977fe41d3ffb557982fe6e81e6710c93e44b16c4935488798008490bad9a', 'hex'));
INSERT INTO "event" VALUES (29, 1795591200000000, 'transfer', 4, 'B001', '2026-11-25', 'id-card', 'normal', 2, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, decode('02bed590e22722799ff328cf09e99a4f12bb0681b19ba164b55cead597888749', 'hex'));
INSERT INTO "event" VALUES (30, 1795591200000000, 'call', 4, 'B001', '2026-11-25', 'id-card', 'normal', 1, 'id-card,passport', NULL, NULL, false, NULL, NULL, NULL, NULL, NULL, NULL, NULL, decode('6a1d9fdaa674722f5eb430e240fbdbc632fd385c50d9cb146f2a8c85438f09ee', 'hex'));
INSERT INTO "event" VALUES (31, 1795591200000000, 'transfer', 4, 'B001', '2026-11-25', 'tax', 'normal', 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 2, decode('0dc988a689d80e888d3f25b506049b98410a2abb8aae68a99dd08b65aad64ba2', 'hex'));
INSERT INTO "event" VALUES (32, 1795591200000000, 'front', 19, 'C002', '2026-11-25', 'notary', 'immediate', NULL, NULL, 1795503900000000, NULL, NULL, NULL, NULL, decode('210ef39574e1b01f184c6051251b6475ac09c660e3d5d41d8830b3a48449c85f', 'hex'), NULL, NULL, NULL, NULL, decode('663369d7dc580782f55f3215c201ee074dba48716410cd594a0213d0980ccaab', 'hex'));
INSERT INTO "event" VALUES (33, 1795591200000000, 'assign', NULL, NULL, NULL, NULL, NULL, 3, 'notary,tax', NULL, NULL, NULL, NULL, decode('411f3edab72d5d57c28709656c6d794fabd0c435858421c5ab2fe3354529f69c', 'hex'), NULL, NULL, NULL, NULL, NULL, decode('0b4e286f46b9130c1ac0567ea2a92f3ffb46853986849a6c069196980a56078a', 'hex'));
INSERT INTO "event" VALUES (34, 1795591200000000, 'close-service', NULL, NULL, NULL, 'notary', NULL, NULL, NULL, NULL, NULL, NULL, NULL, decode('5186b19e247da8a51e7d2d792f38f531e4075a96412b6e8af5f1e1589e383a55', 'hex'), NULL, NULL, NULL, NULL, NULL, decode('0782e9272366392afb8fb90a63254d445b5bbcfe765e01af124600043b0689e6', 'hex'));
INSERT INTO "event" VALUES (35, 1795591200000000, 'break', NULL, NULL, NULL, NULL, NULL, 3, NULL, NULL, NULL, NULL, NULL, NULL, decode('68c25dc0bbe8dd23864beb34241b06ca6ee6fa978ce39787c2edd69822773df5', 'hex'), NULL, NULL, NULL, NULL, decode('d163a97f4a5a70182ab27f9c5c6a89aea54c98a002f290e81d4f62c967004236', 'hex'));
INSERT INTO "event" VALUES (36, 1795674000000000, 'expire', 3, 'A002', '2026-11-25', 'passport', 'normal', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, decode('a56e337d07863a6e75a6839687e13aab3c60a9297756cd58eb920f1df4a55951', 'hex'));
INSERT INTO "event" VALUES (37, 1795674000000000, 'expire', 4, 'B001', '2026-11-25', 'tax', 'normal', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, decode('122d806f76e3142c8fc77138b942d645d4d50a216a4590cbe87ba0254f381ed9', 'hex'));
INSERT INTO "event" VALUES (38, 1795674000000000, 'expire', 19, 'C002', '2026-11-25', 'notary', 'immediate', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, decode('532aeb0c6ece213cecdafe43902c002a0532ca56b6df8cc8526691aef63f3274', 'hex'));
INSERT INTO "event" VALUES (39, 1795674000000000, 'expire', 21, NULL, '2026-11-25', 'notary', 'normal', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, decode('72397250460217dbf1f2d07cef0b8801ab49a1148db004d1bfcd1ac2c0a333d4', 'hex'));
INSERT INTO "event" VALUES (40, 1795674000000000, 'expire', 26, 'A003', '2026-11-25', 'tax', 'normal', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, decode('db4b921ffcb202036b9de80d6668a72639ade90dc84610ce17ebb42507e4e8bf', 'hex'));
INSERT INTO "event" VALUES (41, 1795674000000000, 'take', 41, 'A001', '2026-11-26', 'id-card', 'normal', NULL, NULL, 1795674000000000, NULL, NULL, NULL, decode('b1562bfb32fea2c4a7e15e20d382594be649771a239c138fe887122e2840b668', 'hex'), NULL, NULL, NULL, NULL, NULL, decode('44a3f7dafcac3b04f60c51ecaad878503a743f774fcabb9280248668daaa9bc6', 'hex'));
INSERT INTO "event" VALUES (42, 1795674000000000, 'take', 42, 'B001', '2026-11-26', 'tax', 'immediate', NULL, NULL, 1795587600000000, NULL, NULL, NULL, decode('0d66a6102537cb3b3d7b2d34471ebffc99db9f05bba1a82f556eb7c94303a938', 'hex'), decode('05e7802cb61e18b7c9207e3c2951bd604049e4bd73caf126693aeca8dd6524be', 'hex'), NULL, NULL, NULL, NULL, decode('aa0e4fb06174ac98db4e9c9d1b81fbbe23e5ba814c5a82e067a32dd4bc93ffcc', 'hex'));
INSERT INTO "event" VALUES (43, 1795674000000000, 'call', 42, 'B001', '2026-11-26', 'tax', 'immediate', 2, 'passport,tax', NULL, NULL, false, NULL, NULL, NULL, NULL, NULL, NULL, NULL, decode('4cd92d05417059f8becdeadc195bf5e2b757d85d055e2752eb3ce1465f66addc', 'hex'));
INSERT INTO "note" VALUES (13, decode('00000000000000031715609f7c746c69', 'hex'), 'fetches a photo');
INSERT INTO "note" VALUES (16, decode('0000000000000003b54cda58fbbee87e', 'hex'), 'agreed beforehand');
INSERT INTO "note" VALUES (19, decode('0000000000000004f1bbcdcbfa53e0a8', 'hex'), 'Əli');
INSERT INTO "note" VALUES (20, decode('00000000000000062e2ac13ef8e8d8d2', 'hex'), 'Əli');
INSERT INTO "note" VALUES (21, decode('00000000000000076a99b4b1f77dd0fc', 'hex'), 'Əli');
INSERT INTO "note" VALUES (22, decode('0000000000000008a708a824f612c926', 'hex'), 'Əli');
INSERT INTO "note" VALUES (32, decode('000000000000000a81af155173f23d65', 'hex'), 'faints');
INSERT INTO "note" VALUES (35, decode('000000000000000b1fe68f0af33cb97a', 'hex'), 'lunch');
INSERT INTO "note" VALUES (42, decode('000000000000000cfa8cfc37711c2db9', 'hex'), 'fell ill');
INSERT INTO "person" VALUES (1, 'Leyla', 'supervisor', '$argon2id$v=19$m=19456,t=2,p=1$gDAZSi1kUn1pIpCqLBK9cA$DMfQ61G/PXDM9O04B/t3KjVqF3HjS5GVh3QniLH5k3w', true);
INSERT INTO "presence" VALUES ('hall one', 1795591200000000);
INSERT INTO "service" VALUES ('id-card');
INSERT INTO "service" VALUES ('notary');
INSERT INTO "service" VALUES ('passport');
INSERT INTO "service" VALUES ('tax');
INSERT INTO "store" VALUES (1, 3, 43, '4cd92d05417059f8becdeadc195bf5e2b757d85d055e2752eb3ce1465f66addc', 1795674000000000, 1795674000000000, '2026-11-26', 34);
INSERT INTO "window" VALUES (1, 'open', 31, NULL, NULL, NULL, NULL, NULL);
INSERT INTO "window" VALUES (2, 'open', 43, 1, 1795591200000000, '0000000000000009454021de755d453b', NULL, NULL);
INSERT INTO "window" VALUES (3, 'open', 35, NULL, NULL, NULL, 'lunch', 1795591200000000);
INSERT INTO "message" VALUES (1, 1, NULL, 'Come to room 5', 1795591200000000, NULL);
INSERT INTO "ticket" VALUES (2, '2026-11-25', 'A', 1, '000017HQF6WQYJKW2', NULL, decode('685ae66c06c45ba459369234242efb6a5ea881a22e350ef7b0a15a251d861ed3', 'hex'), 'id-card', 'id-card', 'normal', 'az', 'served', 1795587600000000, 1795587600000000, 11, 1795587840000000, 1, 1, 1795587840000000, 1795587840000000, 9, 1795587840000000, 0, NULL, NULL, NULL, NULL);
INSERT INTO "ticket" VALUES (3, '2026-11-25', 'A', 2, '00002F3EYDSFX57R5', NULL, decode('f77efafab1428594c28e2a3e97b0a65e39eb129d088c17cdbcdfcb2ec75f6f55', 'hex'), 'passport', 'passport', 'normal', 'az', 'expired', 1795587660000000, 1795587660000000, 36, 1795674000000000, 1, 1, 1795587840000000, 1795587840000000, 12, NULL, 0, NULL, NULL, 'tax', NULL);
INSERT INTO "ticket" VALUES (4, '2026-11-25', 'B', 1, '00003PN6DMP7VQVM7', NULL, decode('751a096296abb494d1fe6cc74cc81f017c851b0cf422857b11cbf4a26d52e172', 'hex'), 'tax', 'tax', 'normal', 'az', 'expired', 1795587720000000, 1795587720000000, 37, 1795674000000000, 1, 0, NULL, 1795591200000000, 30, NULL, 0, NULL, NULL, NULL, 2);
INSERT INTO "ticket" VALUES (5, '2026-11-25', 'C', 1, '00004Y6XWVJZTAFGA', NULL, decode('44ff663050d60aa6fafb4bbb54d18c525d5bb267956aedf87dfb897a1f5a292d', 'hex'), 'notary', 'notary', 'normal', 'az', 'no-show', 1795587780000000, 1795587780000000, 18, 1795587900000000, 3, 2, 1795587840000000, 1795587900000000, 17, NULL, 0, NULL, NULL, NULL, NULL);
INSERT INTO "ticket" VALUES (19, '2026-11-25', 'C', 2, '00008MW4AG97P2B4J', NULL, decode('3d3e73ddc75080d6b4de6ff35737fda01a5ec027c6318cd64081e5f5c9b07b4b', 'hex'), 'notary', 'notary', 'immediate', 'az', 'expired', 1795590300000000, 1795503900000000, 38, 1795674000000000, NULL, 0, NULL, NULL, NULL, NULL, 0, NULL, 1795591200000000, NULL, NULL);
INSERT INTO "ticket" VALUES (20, '2026-11-25', '', NULL, '0000B3ZK8Y2QK7JWQ', NULL, decode('12c79e6e3c2b57af6864c39f1e2a8ada5bd7f5ff8591731cb0c8a05642d3dcd3', 'hex'), 'notary', 'notary', 'normal', 'az', 'cancelled', 1795587900000000, 0, 23, 1795587900000000, NULL, 0, NULL, NULL, NULL, NULL, 0, NULL, 1795592400000000, NULL, NULL);
INSERT INTO "ticket" VALUES (21, '2026-11-25', '', NULL, '0000DK327BW7GCTMW', NULL, decode('fd849d0d258207ced034af91bbd67f48a21a77e68bf005cf27346e2a8528388b', 'hex'), 'notary', 'notary', 'normal', 'az', 'no-show', 1795587900000000, 0, 39, 1795674000000000, NULL, 0, NULL, NULL, NULL, NULL, 0, NULL, 1795593600000000, NULL, NULL);
INSERT INTO "ticket" VALUES (22, '2026-11-27', '', NULL, '0000G26H5SNQDJ2D2', NULL, decode('41d730037893e1efb81610fec5eaec7478476baa5700efd912ae70ceb3718032', 'hex'), 'notary', 'notary', 'normal', 'az', 'booked', 1795587900000000, 0, 22, 1795587900000000, NULL, 0, NULL, NULL, NULL, NULL, 0, NULL, 1795764000000000, NULL, NULL);
INSERT INTO "ticket" VALUES (26, '2026-11-25', 'A', 3, '0000KRVQKEBZ99Y1A', NULL, decode('b603fa6e8897c87299fa2bb18380acc85b42f7b25a78abd4e56abe54f21c721b', 'hex'), 'passport', 'tax', 'normal', 'az', 'expired', 1795591200000000, 1795591200000000, 40, 1795674000000000, 1, 0, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL);
INSERT INTO "ticket" VALUES (41, '2026-11-26', 'A', 1, '0000QFGY132751SNH', 'a-key', decode('b1562bfb32fea2c4a7e15e20d382594be649771a239c138fe887122e2840b668', 'hex'), 'id-card', 'id-card', 'normal', 'ru', 'waiting', 1795674000000000, 1795674000000000, 41, 1795674000000000, NULL, 0, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL);
INSERT INTO "ticket" VALUES (42, '2026-11-26', 'B', 1, '0000RQ2NG9YZ3MDHM', NULL, decode('0d66a6102537cb3b3d7b2d34471ebffc99db9f05bba1a82f556eb7c94303a938', 'hex'), 'tax', 'tax', 'immediate', 'az', 'called', 1795674000000000, 1795587600000000, 43, 1795674000000000, 2, 1, 1795674000000000, 1795674000000000, 43, NULL, 0, NULL, NULL, NULL, NULL);
INSERT INTO "window_service" VALUES (1, 'id-card');
INSERT INTO "window_service" VALUES (1, 'passport');
INSERT INTO "window_service" VALUES (2, 'passport');
INSERT INTO "window_service" VALUES (2, 'tax');
INSERT INTO "window_service" VALUES (3, 'notary');
INSERT INTO "window_service" VALUES (3, 'tax');
