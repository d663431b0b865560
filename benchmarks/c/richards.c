#include "timing.h"

enum { IDLE, WORKER, HANDLER_A, HANDLER_B, DEVICE_A, DEVICE_B, TASKS };
enum { KIND_DEVICE, KIND_WORK };
enum { BUFFER = 4, IDLE_ROUNDS = 10000 };

typedef struct Packet {
    struct Packet *link;
    long owner, kind, datum;
    long *data;
} Packet;

typedef struct Scheduler Scheduler;
typedef struct Task Task;

struct Task {
    Task *(*run)(Task *, Packet *);
    Scheduler *scheduler;
    long number, priority;
    Packet *queue;
    Task *link;
    int packet_pending, waiting, held;
    long control, rounds, destination, letter; /* idle and worker */
    Packet *work, *devices, *pending;          /* handler and device */
};

struct Scheduler {
    Task *all_tasks;
    Task *table[TASKS];
    long holds, queued;
};

static Packet *append_to(Packet *packet, Packet *queue) {
    packet->link = NULL;
    if (queue == NULL)
        return packet;
    Packet *last = queue;
    while (last->link != NULL)
        last = last->link;
    last->link = packet;
    return queue;
}

static Task *add_packet(Task *task, Packet *packet, Task *old) {
    if (task->queue == NULL) {
        task->queue = packet;
        task->packet_pending = 1;
        if (task->priority > old->priority)
            return task;
    } else {
        append_to(packet, task->queue);
    }
    return old;
}

static Task *wait_for_packet(Task *task) {
    task->waiting = 1;
    return task;
}

static Task *hold(Task *task) {
    task->scheduler->holds++;
    task->held = 1;
    return task->link;
}

static Task *release(Task *task, long number) {
    Task *other = task->scheduler->table[number];
    other->held = 0;
    return other->priority > task->priority ? other : task;
}

static Task *send(Task *task, Packet *packet) {
    Task *other = task->scheduler->table[packet->owner];
    task->scheduler->queued++;
    packet->link = NULL;
    packet->owner = task->number;
    return add_packet(other, packet, task);
}

static Task *run_idle(Task *task, Packet *packet) {
    (void)packet;
    if (--task->rounds == 0)
        return hold(task);
    if ((task->control & 1) == 0) {
        task->control /= 2;
        return release(task, DEVICE_A);
    }
    task->control = (task->control / 2) ^ 0xD008;
    return release(task, DEVICE_B);
}

static Task *run_worker(Task *task, Packet *packet) {
    if (packet == NULL)
        return wait_for_packet(task);
    task->destination = task->destination == HANDLER_A ? HANDLER_B : HANDLER_A;
    packet->owner = task->destination;
    packet->datum = 0;
    for (int i = 0; i < BUFFER; i++) {
        if (++task->letter > 26)
            task->letter = 1;
        packet->data[i] = 64 + task->letter;
    }
    return send(task, packet);
}

static Task *run_handler(Task *task, Packet *packet) {
    if (packet != NULL) {
        if (packet->kind == KIND_WORK)
            task->work = append_to(packet, task->work);
        else
            task->devices = append_to(packet, task->devices);
    }
    Packet *work = task->work;
    if (work != NULL) {
        long position = work->datum;
        if (position >= BUFFER) {
            task->work = work->link;
            return send(task, work);
        }
        Packet *device = task->devices;
        if (device != NULL) {
            task->devices = device->link;
            device->datum = work->data[position];
            work->datum = position + 1;
            return send(task, device);
        }
    }
    return wait_for_packet(task);
}

static Task *run_device(Task *task, Packet *packet) {
    if (packet == NULL) {
        packet = task->pending;
        if (packet == NULL)
            return wait_for_packet(task);
        task->pending = NULL;
        return send(task, packet);
    }
    task->pending = packet;
    return hold(task);
}

static Task *take_and_run(Task *task) {
    Packet *packet = NULL;
    if (task->waiting && task->packet_pending) {
        packet = task->queue;
        if (packet != NULL) {
            task->queue = packet->link;
            task->waiting = 0;
            task->packet_pending = task->queue != NULL;
        }
    }
    return task->run(task, packet);
}

static Packet *packets(long owner, long kind, int count) {
    Packet *queue = NULL;
    for (int i = 0; i < count; i++) {
        Packet *packet = malloc(sizeof *packet);
        *packet = (Packet){queue, owner, kind, 0, calloc(BUFFER, sizeof(long))};
        queue = packet;
    }
    return queue;
}

static Task *add_task(Scheduler *s, long number, long priority, Packet *queue, Task *(*run)(Task *, Packet *)) {
    Task *task = calloc(1, sizeof *task);
    task->run = run;
    task->scheduler = s;
    task->number = number;
    task->priority = priority;
    task->queue = queue;
    task->link = s->all_tasks;
    task->packet_pending = task->waiting = queue != NULL;
    s->all_tasks = s->table[number] = task;
    return task;
}

static void discard_queue(Packet *queue) {
    while (queue != NULL) {
        Packet *next = queue->link;
        free(queue->data);
        free(queue);
        queue = next;
    }
}

static void simulate(long *queued, long *holds) {
    Scheduler s = {0};
    Task *idle = add_task(&s, IDLE, 0, NULL, run_idle);
    idle->control = 1;
    idle->rounds = IDLE_ROUNDS;
    add_task(&s, WORKER, 1000, packets(0, KIND_WORK, 2), run_worker)->destination = HANDLER_A;
    add_task(&s, HANDLER_A, 2000, packets(DEVICE_A, KIND_DEVICE, 3), run_handler);
    add_task(&s, HANDLER_B, 3000, packets(DEVICE_B, KIND_DEVICE, 3), run_handler);
    add_task(&s, DEVICE_A, 4000, NULL, run_device)->waiting = 1;
    add_task(&s, DEVICE_B, 5000, NULL, run_device)->waiting = 1;
    for (Task *task = s.all_tasks; task != NULL;)
        task = task->held || (task->waiting && !task->packet_pending) ? task->link : take_and_run(task);
    *queued += s.queued;
    *holds += s.holds;
    for (int i = 0; i < TASKS; i++) {
        Task *task = s.table[i];
        discard_queue(task->queue);
        discard_queue(task->work);
        discard_queue(task->devices);
        if (task->pending != NULL)
            task->pending->link = NULL; /* it still points into the queue that it came from */
        discard_queue(task->pending);
        free(task);
    }
}

static void run(long rounds) {
    long queued = 0, holds = 0;
    for (long i = 0; i < rounds; i++)
        simulate(&queued, &holds);
    printf("%ld packets queued, %ld tasks held\n", queued, holds);
}
