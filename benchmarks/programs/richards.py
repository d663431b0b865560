"""An operating system's scheduler simulated: virtual calls, linked lists of packets, small state."""

import sys
import time

IDLE = 0
WORKER = 1
HANDLER_A = 2
HANDLER_B = 3
DEVICE_A = 4
DEVICE_B = 5
TASKS = 6

KIND_DEVICE = 0
KIND_WORK = 1

BUFFER = 4
IDLE_ROUNDS = 10000


class Packet:
    """A message in a linked queue."""

    def __init__(self, link: "Packet | None", owner: int, kind: int) -> None:
        self.link = link
        self.owner = owner
        self.kind = kind
        self.datum = 0
        self.data = [0] * BUFFER

    def append_to(self, queue: "Packet | None") -> "Packet":
        self.link = None
        if queue is None:
            return self
        last = queue
        while last.link is not None:
            last = last.link
        last.link = self
        return queue


class Task:
    """A task in a linked list of all, with its state in three flags."""

    def __init__(self, scheduler: "Scheduler", number: int, priority: int, queue: Packet | None) -> None:
        self.scheduler = scheduler
        self.number = number
        self.priority = priority
        self.queue = queue
        self.link = scheduler.all_tasks
        self.packet_pending = queue is not None
        self.waiting = queue is not None
        self.held = False
        scheduler.all_tasks = self
        scheduler.table[number] = self

    def run(self, packet: Packet | None) -> "Task | None":
        raise NotImplementedError

    def add_packet(self, packet: Packet, old: "Task") -> "Task":
        if self.queue is None:
            self.queue = packet
            self.packet_pending = True
            if self.priority > old.priority:
                return self
        else:
            packet.append_to(self.queue)
        return old

    def take_and_run(self) -> "Task | None":
        """Run the task with the packet that it waited for, if any."""
        packet: Packet | None = None
        if self.waiting and self.packet_pending:
            packet = self.queue
            if packet is not None:
                self.queue = packet.link
                self.waiting = False
                self.packet_pending = self.queue is not None
        return self.run(packet)

    def wait(self) -> "Task":
        self.waiting = True
        return self

    def hold(self) -> "Task | None":
        self.scheduler.holds += 1
        self.held = True
        return self.link

    def release(self, number: int) -> "Task":
        task = self.scheduler.find(number)
        task.held = False
        return task if task.priority > self.priority else self

    def send(self, packet: Packet) -> "Task":
        task = self.scheduler.find(packet.owner)
        self.scheduler.queued += 1
        packet.link = None
        packet.owner = self.number
        return task.add_packet(packet, self)


class IdleTask(Task):
    def __init__(self, scheduler: "Scheduler", number: int, priority: int) -> None:
        super().__init__(scheduler, number, priority, None)
        self.control = 1
        self.rounds = IDLE_ROUNDS

    def run(self, packet: Packet | None) -> Task | None:
        self.rounds -= 1
        if self.rounds == 0:
            return self.hold()
        if self.control & 1 == 0:
            self.control //= 2
            return self.release(DEVICE_A)
        self.control = self.control // 2 ^ 0xD008
        return self.release(DEVICE_B)


class WorkerTask(Task):
    def __init__(self, scheduler: "Scheduler", number: int, priority: int, queue: Packet | None) -> None:
        super().__init__(scheduler, number, priority, queue)
        self.destination = HANDLER_A
        self.letter = 0

    def run(self, packet: Packet | None) -> Task | None:
        if packet is None:
            return self.wait()
        self.destination = HANDLER_B if self.destination == HANDLER_A else HANDLER_A
        packet.owner = self.destination
        packet.datum = 0
        for i in range(BUFFER):
            self.letter += 1
            if self.letter > 26:
                self.letter = 1
            packet.data[i] = 64 + self.letter
        return self.send(packet)


class HandlerTask(Task):
    def __init__(self, scheduler: "Scheduler", number: int, priority: int, queue: Packet | None) -> None:
        super().__init__(scheduler, number, priority, queue)
        self.work: Packet | None = None
        self.devices: Packet | None = None

    def run(self, packet: Packet | None) -> Task | None:
        if packet is not None:
            if packet.kind == KIND_WORK:
                self.work = packet.append_to(self.work)
            else:
                self.devices = packet.append_to(self.devices)
        work = self.work
        if work is not None:
            position = work.datum
            if position >= BUFFER:
                self.work = work.link
                return self.send(work)
            device = self.devices
            if device is not None:
                self.devices = device.link
                device.datum = work.data[position]
                work.datum = position + 1
                return self.send(device)
        return self.wait()


class DeviceTask(Task):
    def __init__(self, scheduler: "Scheduler", number: int, priority: int) -> None:
        super().__init__(scheduler, number, priority, None)
        self.waiting = True
        self.pending: Packet | None = None

    def run(self, packet: Packet | None) -> Task | None:
        if packet is None:
            packet = self.pending
            if packet is None:
                return self.wait()
            self.pending = None
            return self.send(packet)
        self.pending = packet
        return self.hold()


class Scheduler:
    def __init__(self) -> None:
        self.all_tasks: Task | None = None
        self.table: list[Task | None] = [None] * TASKS
        self.holds = 0
        self.queued = 0

    def find(self, number: int) -> Task:
        task = self.table[number]
        if task is None:
            raise LookupError(f"task {number}")
        return task

    def schedule(self) -> None:
        task = self.all_tasks
        while task is not None:
            if task.held or (task.waiting and not task.packet_pending):
                task = task.link
            else:
                task = task.take_and_run()


def packets(owner: int, kind: int, count: int) -> Packet | None:
    queue: Packet | None = None
    for _ in range(count):
        queue = Packet(queue, owner, kind)
    return queue


def simulate() -> tuple[int, int]:
    scheduler = Scheduler()
    IdleTask(scheduler, IDLE, 0)
    WorkerTask(scheduler, WORKER, 1000, packets(0, KIND_WORK, 2))
    HandlerTask(scheduler, HANDLER_A, 2000, packets(DEVICE_A, KIND_DEVICE, 3))
    HandlerTask(scheduler, HANDLER_B, 3000, packets(DEVICE_B, KIND_DEVICE, 3))
    DeviceTask(scheduler, DEVICE_A, 4000)
    DeviceTask(scheduler, DEVICE_B, 5000)
    scheduler.schedule()
    return scheduler.queued, scheduler.holds


def run(rounds: int) -> str:
    queued = 0
    holds = 0
    for _ in range(rounds):
        q, h = simulate()
        queued += q
        holds += h
    return f"{queued} packets queued, {holds} tasks held"


def main() -> None:
    n = int(sys.argv[1])
    started = time.perf_counter()
    result = run(n)
    elapsed = time.perf_counter() - started
    print(result)
    print(elapsed, file=sys.stderr)


main()
